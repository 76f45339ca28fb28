package dev.faultline.graph;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import dev.faultline.model.NamedHost;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * What routing objects say of the edges of workloads: which they open, where calls come in from
 * elsewhere, and where a call is led on to.
 */
final class Routes {

  /** A route that a thousand workloads open to a thousand hosts says nothing of any of them. */
  private static final int MOST_OF_A_ROUTE = 2_000;

  /** Whoever knows a kind of routing object, in one place: a new one is added to this list. */
  private static final List<BiFunction<ClusterState, RunnerIndex, Opener>> OPENERS =
      List.of(
          IngressOpener::new,
          OpenShiftOpener::new,
          TraefikOpener::new,
          ContourOpener::new,
          GatewayRouteOpener::new,
          VirtualServiceOpener::new,
          (state, runners) -> new SidecarOpener(runners),
          (state, runners) -> new ScalerOpener(runners),
          (state, runners) -> new ScalerMetricsOpener(runners),
          (state, runners) -> new DaprOpener(runners),
          (state, runners) -> new DaprNamingOpener(runners),
          (state, runners) -> new DaprTracingOpener(runners),
          (state, runners) -> new ServiceProfileOpener(),
          (state, runners) -> new KnativeOpener(runners),
          (state, runners) -> new WebhookOpener(runners));

  private final HostResolver resolver;
  private final AllowedEdges allowed;
  private final Map<ResourceRef, List<Route>> byCaller = new HashMap<>();
  private final Map<ResourceRef, Set<Entry>> entries = new TreeMap<>();
  private final Map<String, List<Route>> onwards = new HashMap<>();

  /**
   * One connection that is opened.
   *
   * @param destination where the host of the evidence leads, seen from the object that says it
   * @param purpose what it is for, where that is known
   */
  record Route(Evidence evidence, Destination destination, Optional<EdgeClass> purpose) {}

  /** What one object needs to know. */
  private record Routing(OtherObject route, Opener opener) {}

  private Routes(HostResolver resolver, AllowedEdges allowed) {
    this.resolver = resolver;
    this.allowed = allowed;
  }

  /**
   * @param allowed told who may call whom
   */
  static Routes of(
      ClusterState state, RunnerIndex runners, HostResolver resolver, AllowedEdges allowed) {
    var routes = new Routes(resolver, allowed);
    OPENERS.stream()
        .map(make -> make.apply(state, runners))
        .flatMap(opener -> routings(state, opener))
        .sorted(Comparator.comparing(routing -> routing.route().ref()))
        .forEach(routes::add);
    new MonitorRoutes(state, runners, resolver).addTo(routes);
    return routes;
  }

  /** What speaks for edges of the workload. */
  List<Route> of(Runner caller) {
    return byCaller.getOrDefault(caller.ref(), List.of());
  }

  /** The workloads, or Services, that others than workloads call, with what says so. */
  Map<ResourceRef, Set<Entry>> entries() {
    return entries;
  }

  /** Where a call is led on to, besides where its host leads by itself. */
  List<Route> onwards(NamedHost called, Destination destination) {
    return onwards.isEmpty()
        ? List.of()
        : onwards.getOrDefault(key(called.host(), destination), List.of());
  }

  void open(Runner caller, Route route) {
    byCaller.computeIfAbsent(caller.ref(), c -> new ArrayList<>()).add(route);
  }

  private static Stream<Routing> routings(ClusterState state, Opener opener) {
    return opener.kinds().stream()
        .flatMap(kind -> state.all(kind, ClusterObject.class))
        .flatMap(Routes::speaking)
        .filter(route -> !route.evidence().isEmpty())
        .map(route -> new Routing(route, opener));
  }

  /** What is a workload besides says as much about others as if it were none. */
  private static Stream<OtherObject> speaking(ClusterObject object) {
    return switch (object) {
      case OtherObject route -> Stream.of(route);
      case Workload workload ->
          Stream.of(new OtherObject(workload.meta(), workload.manifest(), Runner.beside(workload)));
      default -> Stream.empty();
    };
  }

  private void add(Routing routing) {
    var opened = routing.opener().of(routing.route());
    int added = 0;
    for (Evidence said : routing.route().evidence()) {
      if (!routing.opener().concerns(said)) {
        continue;
      }
      var judged = routing.opener().judge(said);
      var evidence = opened.doubt().map(judged::weakenedBecause).orElse(judged);
      var destination = resolver.resolve(evidence.names(), evidence.at().namespace());
      if (evidence.strength() != Strength.WEAK) {
        opened.manner().entered().ifPresent(by -> enter(new Entry(by, evidence), destination));
      }
      leadOn(opened.hosts(), evidence, destination);
      for (Runner caller : opened.callers()) {
        if (++added > MOST_OF_A_ROUTE) {
          return;
        }
        if (opened.manner() == Opener.Manner.MAY_CALL) {
          allow(caller, destination, evidence);
        } else {
          open(caller, new Route(evidence, destination, opened.manner().purpose()));
        }
      }
    }
  }

  private void allow(Runner caller, Destination destination, Evidence evidence) {
    if (destination instanceof Destination.Inside inside) {
      inside.behind().forEach(callee -> allowed.add(caller, callee, evidence));
    }
  }

  /** A host that is routed to itself is led nowhere. */
  private void leadOn(List<String> hosts, Evidence evidence, Destination destination) {
    var end = key(evidence.names().host(), destination);
    for (String host : hosts) {
      var lower = host.toLowerCase(Locale.ROOT);
      var named = new NamedHost(lower, OptionalInt.empty(), Optional.empty());
      var begin = key(lower, resolver.resolve(named, evidence.at().namespace()));
      if (!begin.equals(end)) {
        onwards
            .computeIfAbsent(begin, b -> new ArrayList<>())
            .add(new Route(evidence, destination, Optional.empty()));
      }
    }
  }

  private static String key(String host, Destination destination) {
    return destination instanceof Destination.Inside inside
        ? inside.service().ref().describe()
        : host;
  }

  /** Somebody else than a workload calls there. */
  void enter(Entry entry, Destination destination) {
    if (destination instanceof Destination.Inside inside) {
      var ends =
          inside.behind().isEmpty()
              ? List.of(inside.service().ref())
              : inside.behind().stream().map(Runner::ref).toList();
      ends.forEach(end -> entries.computeIfAbsent(end, e -> new LinkedHashSet<>()).add(entry));
    }
  }
}
