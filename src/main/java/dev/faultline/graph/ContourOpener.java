package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an HTTPProxy lets in comes through the Envoys of Contour, if it has a virtual host, or one
 * that has includes it.
 */
final class ContourOpener implements Opener {

  private static final String PRODUCT = "contour";
  private static final List<String> CLASSES =
      List.of("projectcontour.io/ingress.class", "kubernetes.io/ingress.class");
  private static final String ORPHANED = "no HTTPProxy with a virtual host includes it";

  private final EntryProxies proxies;
  private final Inclusions inclusions;

  ContourOpener(ClusterState state, RunnerIndex runners) {
    this.proxies = new EntryProxies(state, runners);
    this.inclusions =
        new Inclusions(
            state.all(RoutingKinds.HTTP_PROXY, OtherObject.class),
            ContourOpener::hasHost,
            ContourOpener::included);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.HTTP_PROXY);
  }

  @Override
  public Opened of(OtherObject route) {
    return inclusions.letIn(route, entry -> proxies.of(PRODUCT, className(entry)), ORPHANED);
  }

  private static boolean hasHost(OtherObject proxy) {
    return !proxy.manifest().read().spec().object("virtualhost").isEmpty();
  }

  private static Stream<String> included(OtherObject proxy) {
    var spec = proxy.manifest().read().spec();
    return Stream.of(
            spec.objects("includes"),
            Stream.of(spec.object("tcpproxy", "include")),
            Stream.of(spec.object("tcpproxy", "includes")))
        .flatMap(includes -> includes)
        .flatMap(
            include ->
                include.text("name").stream()
                    .map(
                        name ->
                            include.text("namespace").orElse(proxy.ref().namespace())
                                + "/"
                                + name));
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
