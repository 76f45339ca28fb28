package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What routing objects say of the edges of workloads: which they open, and where calls come in from
 * outside.
 */
final class Routes {

  /** A route that a thousand workloads open to a thousand hosts says nothing of any of them. */
  private static final int MOST_OF_A_ROUTE = 2_000;

  /** Whoever knows a kind of routing object, in one place: a new one is added to this list. */
  private static final List<BiFunction<ClusterState, RunnerIndex, Opener>> OPENERS =
      List.of(IngressOpener::new, GatewayRouteOpener::new);

  private final Map<ResourceRef, List<Evidence>> byCaller = new HashMap<>();
  private final Map<ResourceRef, Set<Evidence>> entries = new TreeMap<>();

  /** What one object needs to know. */
  private record Routing(OtherObject route, Opener opener) {}

  static Routes of(ClusterState state, List<Runner> runners, HostResolver resolver) {
    var routes = new Routes();
    var index = new RunnerIndex(runners);
    OPENERS.stream()
        .map(make -> make.apply(state, index))
        .flatMap(opener -> routings(state, opener))
        .sorted(Comparator.comparing(routing -> routing.route().ref()))
        .forEach(routing -> routes.add(routing, resolver));
    return routes;
  }

  /** What speaks for edges of the workload; its hosts are as seen from the object that says it. */
  List<Evidence> of(Runner caller) {
    return byCaller.getOrDefault(caller.ref(), List.of());
  }

  /** The workloads, or Services, that are called from outside, with what says so. */
  Map<ResourceRef, Set<Evidence>> entries() {
    return entries;
  }

  private static Stream<Routing> routings(ClusterState state, Opener opener) {
    return opener.kinds().stream()
        .flatMap((Kind kind) -> state.all(kind, OtherObject.class))
        .filter(route -> !route.evidence().isEmpty())
        .map(route -> new Routing(route, opener));
  }

  private void add(Routing routing, HostResolver resolver) {
    var opened = routing.opener().of(routing.route());
    int added = 0;
    for (Evidence said : routing.route().evidence()) {
      var evidence = routing.opener().judge(said);
      if (opened.fromOutside() && evidence.strength() != Strength.WEAK) {
        enters(evidence, resolver);
      }
      for (Runner caller : opened.callers()) {
        if (++added > MOST_OF_A_ROUTE) {
          return;
        }
        byCaller.computeIfAbsent(caller.ref(), c -> new ArrayList<>()).add(evidence);
      }
    }
  }

  private void enters(Evidence evidence, HostResolver resolver) {
    if (resolver.resolve(evidence.names(), evidence.at().namespace())
        instanceof Destination.Inside inside) {
      var ends =
          inside.behind().isEmpty()
              ? List.of(inside.service().ref())
              : inside.behind().stream().map(Runner::ref).toList();
      ends.forEach(end -> entries.computeIfAbsent(end, e -> new LinkedHashSet<>()).add(evidence));
    }
  }
}
