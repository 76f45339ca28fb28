package dev.faultline.graph;

import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which TraefikServices and Middlewares an object leads to, by names of ours. Traefik writes them
 * as a name, with a namespace beside it or not, or as {@code namespace-name@kubernetescrd}.
 */
final class TraefikLinks {

  private static final String SERVICE = "TraefikService ";
  private static final String MIDDLEWARE = "Middleware ";
  private static final String PROVIDER = "@kubernetescrd";
  private static final String MIDDLEWARES = "traefik.ingress.kubernetes.io/router.middlewares";
  private static final Set<String> GROUPS = Set.of("traefik.io", "traefik.containo.us");

  private TraefikLinks() {}

  /** The names by which an object may be led to. */
  static List<String> names(OtherObject object) {
    var ref = object.ref();
    if (RoutingKinds.TRAEFIK_SERVICES.contains(ref.kind())) {
      return List.of(SERVICE + ref.path(), SERVICE + ref.namespace() + "-" + ref.name() + PROVIDER);
    }
    return RoutingKinds.TRAEFIK_MIDDLEWARES.contains(ref.kind())
        ? List.of(
            MIDDLEWARE + ref.path(), MIDDLEWARE + ref.namespace() + "-" + ref.name() + PROVIDER)
        : List.of();
  }

  /** What a route, or one of those that it leads to, leads to. */
  static Stream<String> of(OtherObject object) {
    var manifest = object.manifest().read();
    var home = object.ref().namespace();
    var kind = object.ref().kind();
    if (kind.equals(RoutingKinds.INGRESS) || kind.equals(RoutingKinds.OLD_INGRESS)) {
      var written = manifest.annotations().getOrDefault(MIDDLEWARES, "");
      return middlewares(Stream.of(written.split(",", -1)));
    }
    return RoutingKinds.GATEWAY_ROUTES.contains(kind)
        ? ofGateway(home, manifest.spec())
        : Stream.concat(
            services(home, manifest.spec()), middlewares(home, kind.name(), manifest.spec()));
  }

  /** As command lines and annotations write them. */
  static Stream<String> middlewares(Stream<String> written) {
    return written.map(String::strip).map(one -> MIDDLEWARE + one);
  }

  /** Those of a TCP route are of another kind, and call nobody. */
  private static Stream<String> middlewares(String home, String kind, JsonObject spec) {
    var named =
        kind.equals("IngressRoute")
            ? spec.objects("routes").flatMap(rule -> rule.objects("middlewares"))
            : spec.objects("chain", "middlewares");
    return named.map(one -> MIDDLEWARE + path(home, one));
  }

  private static Stream<String> services(String home, JsonObject spec) {
    return Stream.of(
            spec.objects("routes").flatMap(rule -> rule.objects("services")),
            spec.objects("weighted", "services"),
            spec.objects("highestRandomWeight", "services"),
            Stream.of(spec.object("mirroring")),
            spec.objects("mirroring", "mirrors"),
            Stream.of(spec.object("errors", "service")))
        .flatMap(services -> services)
        .filter(service -> isA(service, "TraefikService"))
        .map(service -> SERVICE + path(home, service));
  }

  /** Filters and backends that are of Traefik's group. */
  private static Stream<String> ofGateway(String home, JsonObject spec) {
    var rules = spec.objects("rules").toList();
    var backends = rules.stream().flatMap(rule -> rule.objects("backendRefs")).toList();
    var filters =
        Stream.concat(rules.stream(), backends.stream())
            .flatMap(holder -> holder.objects("filters"))
            .map(filter -> filter.object("extensionRef"))
            .filter(filter -> isA(filter, "Middleware") && isOfTraefik(filter))
            .map(filter -> MIDDLEWARE + path(home, filter));
    var services =
        backends.stream()
            .filter(backend -> isA(backend, "TraefikService") && isOfTraefik(backend))
            .map(backend -> SERVICE + path(home, backend));
    return Stream.concat(filters, services);
  }

  private static boolean isA(JsonObject reference, String kind) {
    return reference.text("kind").orElse("").equals(kind);
  }

  private static boolean isOfTraefik(JsonObject reference) {
    return GROUPS.contains(reference.text("group").orElse(""));
  }

  /** Across providers the namespace is part of the name. */
  private static String path(String home, JsonObject reference) {
    var name = reference.text("name").orElse("");
    return name.contains("@") ? name : reference.text("namespace").orElse(home) + "/" + name;
  }
}
