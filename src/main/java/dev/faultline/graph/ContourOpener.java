package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an HTTPProxy lets in comes through the Envoys of Contour, if it has a virtual host, or one
 * that has includes it. Whom they ask before they let anybody in, an ExtensionService says.
 */
final class ContourOpener implements Opener {

  private static final String PRODUCT = "contour";
  private static final List<String> CLASSES =
      List.of("projectcontour.io/ingress.class", "kubernetes.io/ingress.class");
  private static final String ORPHANED = "no HTTPProxy with a virtual host includes it";
  private static final String NOT_ASKED = "no HTTPProxy with a virtual host asks it";
  private static final String EXTENSION = "ExtensionService ";

  private final EntryProxies proxies;
  private final Inclusions inclusions;

  ContourOpener(ClusterState state, RunnerIndex runners) {
    this.proxies = new EntryProxies(state, runners);
    this.inclusions =
        new Inclusions(
            state.all(RoutingKinds.HTTP_PROXY, OtherObject.class),
            ContourOpener::hasHost,
            ContourOpener::included,
            ContourOpener::names);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.HTTP_PROXY, RoutingKinds.EXTENSION_SERVICE);
  }

  @Override
  public Opened of(OtherObject route) {
    boolean asked = route.ref().kind().equals(RoutingKinds.EXTENSION_SERVICE);
    return inclusions.letIn(
        route, entry -> proxies.of(PRODUCT, className(entry)), asked ? NOT_ASKED : ORPHANED);
  }

  private static List<String> names(OtherObject object) {
    return List.of(
        object.ref().kind().equals(RoutingKinds.EXTENSION_SERVICE)
            ? EXTENSION + object.ref().path()
            : object.ref().path());
  }

  private static boolean hasHost(OtherObject proxy) {
    return !proxy.manifest().read().spec().object("virtualhost").isEmpty();
  }

  private static Stream<String> included(OtherObject proxy) {
    var spec = proxy.manifest().read().spec();
    var proxies =
        Stream.of(
                spec.objects("includes"),
                Stream.of(spec.object("tcpproxy", "include")),
                Stream.of(spec.object("tcpproxy", "includes")))
            .flatMap(includes -> includes)
            .flatMap(include -> path(proxy, include));
    var asked = path(proxy, spec.object("virtualhost", "authorization", "extensionRef"));
    return Stream.concat(proxies, asked.map(path -> EXTENSION + path));
  }

  private static Stream<String> path(OtherObject proxy, JsonObject reference) {
    var namespace = reference.text("namespace").orElse(proxy.ref().namespace());
    return reference.text("name").stream().map(name -> namespace + "/" + name);
  }

  private static String className(OtherObject proxy) {
    var manifest = proxy.manifest().read();
    Map<String, String> annotations = manifest.annotations();
    return manifest
        .spec()
        .text("ingressClassName")
        .or(
            () ->
                CLASSES.stream()
                    .flatMap(name -> Optional.ofNullable(annotations.get(name)).stream())
                    .findFirst())
        .orElse("");
  }
}
