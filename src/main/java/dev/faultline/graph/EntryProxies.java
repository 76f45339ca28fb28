package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The workloads through which calls from outside come in: ingress controllers and gateways, known
 * by what they run.
 */
final class EntryProxies {

  /** A part of an image's name, and the product that it belongs to. */
  private static final Map<String, String> PRODUCTS =
      Map.ofEntries(
          Map.entry("ingress-nginx/controller", "nginx"),
          Map.entry("nginx-ingress", "nginx"),
          Map.entry("nginx-gateway", "nginx"),
          Map.entry("traefik", "traefik"),
          Map.entry("haproxy-ingress", "haproxy"),
          Map.entry("haproxytech/kubernetes-ingress", "haproxy"),
          Map.entry("kong", "kong"),
          Map.entry("apisix", "apisix"),
          Map.entry("ambassador", "ambassador"),
          Map.entry("emissary", "ambassador"),
          Map.entry("skipper", "skipper"),
          Map.entry("voyager", "voyager"),
          Map.entry("caddy-ingress", "caddy"));

  private record Proxy(Runner runner, String product) {}

  private final ClusterState state;
  private final List<Proxy> proxies;

  EntryProxies(ClusterState state, RunnerIndex runners) {
    this.state = state;
    this.proxies =
        runners
            .all()
            .flatMap(runner -> product(runner).map(known -> new Proxy(runner, known)).stream())
            .toList();
  }

  /**
   * Those that serve a class.
   *
   * @param classKind IngressClass or GatewayClass, whose object may name the controller
   * @param className empty if none is given: then it is plain only where there is one product
   */
  List<Runner> serving(Kind classKind, String className) {
    var words = (className + " " + controller(classKind, className)).toLowerCase(Locale.ROOT);
    boolean single = proxies.stream().map(Proxy::product).distinct().count() == 1;
    var of =
        proxies.stream()
            .filter(proxy -> className.isEmpty() ? single : words.contains(proxy.product()))
            .map(Proxy::runner)
            .toList();
    var named = of.stream().filter(runner -> bears(runner, className)).toList();
    return named.isEmpty() ? of : named;
  }

  private String controller(Kind kind, String name) {
    var ref = new ResourceRef(state.cluster(), kind, "", name);
    return state
        .find(ref, OtherObject.class)
        .map(object -> object.manifest().read().spec())
        .flatMap(spec -> spec.text("controller").or(() -> spec.text("controllerName")))
        .orElse("");
  }

  /** Of two of one product, internal and public, the class tells by the name. */
  private static boolean bears(Runner runner, String className) {
    return className.contains("-") && runner.ref().name().contains(className);
  }

  private static Optional<String> product(Runner runner) {
    return runner.images().stream()
        .map(image -> Runner.withoutTag(image.image()))
        .flatMap(
            image ->
                PRODUCTS.entrySet().stream()
                    .filter(known -> image.contains(known.getKey()))
                    .map(Map.Entry::getValue)
                    .sorted())
        .findFirst();
  }
}
