package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a route of Traefik lets in comes through Traefik; so does what a TraefikService leads on,
 * where a route leads to that.
 */
final class TraefikOpener implements Opener {

  private static final String PRODUCT = "traefik";
  private static final String CLASS = "kubernetes.io/ingress.class";
  private static final String NOT_LED_TO = "no route leads to that TraefikService";

  private final EntryProxies proxies;
  private final Inclusions inclusions;

  TraefikOpener(ClusterState state, RunnerIndex runners) {
    this.proxies = new EntryProxies(state, runners);
    this.inclusions =
        new Inclusions(
            kinds().stream().flatMap(kind -> state.all(kind, OtherObject.class)),
            TraefikOpener::isRoute,
            TraefikOpener::included);
  }

  @Override
  public Set<Kind> kinds() {
    return Stream.concat(
            RoutingKinds.TRAEFIK_ROUTES.stream(), RoutingKinds.TRAEFIK_SERVICES.stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  @Override
  public Opened of(OtherObject route) {
    return inclusions.letIn(route, entry -> proxies.of(PRODUCT, className(entry)), NOT_LED_TO);
  }

  private static String className(OtherObject route) {
    return route.manifest().read().annotations().getOrDefault(CLASS, "");
  }

  private static boolean isRoute(OtherObject object) {
    return RoutingKinds.TRAEFIK_ROUTES.contains(object.ref().kind());
  }

  private static Stream<String> included(OtherObject object) {
    var spec = object.manifest().read().spec();
    var home = object.ref().namespace();
    return Stream.of(
            spec.objects("routes").flatMap(rule -> rule.objects("services")),
            spec.objects("weighted", "services"),
            spec.objects("highestRandomWeight", "services"),
            Stream.of(spec.object("mirroring")),
            spec.objects("mirroring", "mirrors"))
        .flatMap(services -> services)
        .filter(service -> service.text("kind").orElse("").equals("TraefikService"))
        .map(service -> path(home, service));
  }

  private static String path(String home, JsonObject service) {
    return service.text("namespace").orElse(home) + "/" + service.text("name").orElse("");
  }
}
