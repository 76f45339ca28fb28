package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

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

  /** Products whose makers give the same name to images of other things: the last part tells. */
  private static final Set<String> MAKERS = Set.of("traefik", "kong");

  /** Contour tells an Envoy what to do, from containers beside it. */
  private static final String CONTOUR = "contour";

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
    return named(of, className);
  }

  /**
   * Those of a product that has routes of its own.
   *
   * @param className empty if none is given: then it may be any of them
   */
  List<Runner> of(String product, String className) {
    return named(
        proxies.stream()
            .filter(proxy -> proxy.product().equals(product))
            .map(Proxy::runner)
            .toList(),
        className);
  }

  /** Of several the one that bears the name of the class, if there is such. */
  static List<Runner> named(List<Runner> proxies, String className) {
    var named = proxies.stream().filter(runner -> bears(runner, className)).toList();
    return named.isEmpty() ? proxies : named;
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

  /** Whether an image is Traefik itself. */
  static boolean isTraefik(String image) {
    return lastPart(Runner.withoutTag(image)).contains("traefik");
  }

  private static Optional<String> product(Runner runner) {
    var images =
        runner.images().stream().map(image -> Runner.withoutTag(image.image())).distinct().toList();
    var programs = images.stream().map(EntryProxies::lastPart).toList();
    return programs.contains(CONTOUR) && programs.contains("envoy")
        ? Optional.of(CONTOUR)
        : images.stream().flatMap(EntryProxies::products).findFirst();
  }

  private static Stream<String> products(String image) {
    return PRODUCTS.entrySet().stream()
        .filter(known -> place(image, known.getValue()).contains(known.getKey()))
        .map(Map.Entry::getValue)
        .sorted();
  }

  /** Where in an image's name the product must stand. */
  private static String place(String image, String product) {
    return MAKERS.contains(product) ? lastPart(image) : image;
  }

  private static String lastPart(String image) {
    return image.substring(image.lastIndexOf('/') + 1);
  }
}
