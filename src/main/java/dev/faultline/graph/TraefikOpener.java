package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a route of Traefik lets in comes through Traefik; so does what a TraefikService leads on, or
 * a Middleware calls, where a route leads to that. Ingresses and routes of the Gateway API lead to
 * Middlewares too, if Traefik serves them; so do its own entry points.
 */
final class TraefikOpener implements Opener {

  private static final String CLASS = "kubernetes.io/ingress.class";
  private static final String NOT_LED_TO = "no route of Traefik leads to it";

  private static final Set<Kind> INGRESSES = Set.of(RoutingKinds.INGRESS, RoutingKinds.OLD_INGRESS);

  private final Traefiks traefiks;
  private final IngressOpener ingresses;
  private final GatewayRouteOpener gateways;
  private final Inclusions inclusions;

  TraefikOpener(ClusterState state, RunnerIndex runners) {
    this.traefiks = new Traefiks(state, new EntryProxies(state, runners));
    this.ingresses = new IngressOpener(state, runners);
    this.gateways = new GatewayRouteOpener(state, runners);
    var own = objects(state, kinds()).toList();
    // A thousand Ingresses need not be read for the sake of Middlewares that aren't there.
    var others =
        own.isEmpty()
            ? Stream.<OtherObject>empty()
            : Stream.of(INGRESSES, RoutingKinds.GATEWAY_ROUTES)
                .flatMap(kinds -> objects(state, kinds));
    this.inclusions =
        new Inclusions(
            Stream.of(own.stream(), others, traefiks.objects()).flatMap(some -> some),
            this::isEntry,
            this::included,
            TraefikLinks::names);
  }

  @Override
  public Set<Kind> kinds() {
    return Stream.of(
            RoutingKinds.TRAEFIK_ROUTES,
            RoutingKinds.TRAEFIK_SERVICES,
            RoutingKinds.TRAEFIK_MIDDLEWARES)
        .flatMap(Set::stream)
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Opened of(OtherObject route) {
    return inclusions.letIn(route, this::callers, NOT_LED_TO);
  }

  /** All calls pass what an entry point of Traefik names. */
  private Stream<String> included(OtherObject object) {
    var itself = traefiks.of(object).map(traefiks::arguments);
    return itself.isEmpty()
        ? TraefikLinks.of(object)
        : TraefikLinks.middlewares(itself.get().middlewaresOfEntryPoints());
  }

  private List<Runner> callers(OtherObject entry) {
    if (isRoute(entry)) {
      return traefiks.serving(entry, className(entry));
    }
    var itself = traefiks.of(entry);
    if (itself.isPresent()) {
      return List.of(itself.get());
    }
    var serving = INGRESSES.contains(entry.ref().kind()) ? ingresses : gateways;
    return serving.of(entry).callers().stream().filter(traefiks.all()::contains).toList();
  }

  private static Stream<OtherObject> objects(ClusterState state, Set<Kind> kinds) {
    return kinds.stream().flatMap(kind -> state.all(kind, OtherObject.class));
  }

  private static String className(OtherObject route) {
    return route.manifest().read().annotations().getOrDefault(CLASS, "");
  }

  /** What another may serve is an entry only where Traefik is seen to. */
  private boolean isEntry(OtherObject object) {
    return isRoute(object)
        || (!kinds().contains(object.ref().kind()) && !callers(object).isEmpty());
  }

  private static boolean isRoute(OtherObject object) {
    return RoutingKinds.TRAEFIK_ROUTES.contains(object.ref().kind());
  }
}
