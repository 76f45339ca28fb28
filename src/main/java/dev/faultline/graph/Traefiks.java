package dev.faultline.graph;

import dev.faultline.graph.TraefikArguments.Serving;
import dev.faultline.model.ClusterState;
import dev.faultline.model.CompactManifest;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Workload;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The Traefiks of a cluster, each with what its command line says of the routes it serves. */
final class Traefiks {

  private static final String PRODUCT = "traefik";

  private final ClusterState state;
  private final List<Runner> all;
  private final Map<ResourceRef, TraefikArguments> arguments = new HashMap<>();

  Traefiks(ClusterState state, EntryProxies proxies) {
    this.state = state;
    this.all = proxies.of(PRODUCT, "");
  }

  /** What of the workload decides which routes it serves; empty if it is no Traefik. */
  static Optional<CompactManifest> settings(ClusterState state, Runner runner) {
    return runner.images().stream().anyMatch(one -> EntryProxies.isTraefik(one.image()))
        ? state.find(runner.ref(), Workload.class).map(Workload::manifest)
        : Optional.empty();
  }

  /** All of them. */
  List<Runner> all() {
    return all;
  }

  /** The workloads that run them, as objects that say something of routes. */
  Stream<OtherObject> objects() {
    return all.stream()
        .flatMap(traefik -> state.find(traefik.ref(), Workload.class).stream())
        .map(one -> new OtherObject(one.meta(), one.manifest(), List.of()));
  }

  /** The Traefik that such an object is. */
  Optional<Runner> of(OtherObject object) {
    return all.stream().filter(traefik -> traefik.ref().equals(object.ref())).findFirst();
  }

  TraefikArguments arguments(Runner traefik) {
    return arguments.computeIfAbsent(
        traefik.ref(),
        ref ->
            settings(state, traefik)
                .map(settings -> settings.read().podTemplate().object("spec"))
                .map(TraefikArguments::of)
                .orElse(TraefikArguments.NONE));
  }

  /**
   * Those that serve a route of Traefik's own kinds. One that says that it serves the class is
   * believed more than those that say nothing; one that says that it doesn't is left out.
   *
   * @param className empty if the route names none
   */
  List<Runner> serving(OtherObject route, String className) {
    var sure = that(route, className, Serving.YES).toList();
    var unsure = that(route, className, Serving.UNTOLD).toList();
    boolean told = !sure.isEmpty() && !className.isEmpty();
    return told
        ? sure
        : EntryProxies.named(Stream.concat(sure.stream(), unsure.stream()).toList(), className);
  }

  private Stream<Runner> that(OtherObject route, String className, Serving serving) {
    return all.stream()
        .filter(
            traefik ->
                arguments(traefik).serves(TraefikArguments.ROUTES, route, className) == serving);
  }

  /**
   * Those of some proxies that serve an Ingress: other proxies, and the Traefiks that don't say
   * that it is none of theirs.
   *
   * @param ofField whether the class stands in its field, not in an annotation
   */
  List<Runner> among(List<Runner> some, OtherObject ingress, String className, boolean ofField) {
    return some.stream()
        .filter(
            proxy ->
                !all.contains(proxy)
                    || serves(arguments(proxy), ingress, className, ofField) != Serving.NO)
        .toList();
  }

  private static Serving serves(
      TraefikArguments arguments, OtherObject ingress, String className, boolean ofField) {
    return ofField
        ? arguments.servesClass(TraefikArguments.INGRESSES, ingress, className)
        : arguments.serves(TraefikArguments.INGRESSES, ingress, className);
  }
}
