package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a Route lets in comes through the routers that serve it: all of them, but for those whose
 * IngressController selects other routes or other namespaces.
 */
final class OpenShiftOpener implements Opener {

  /** On the pods of a router: its IngressController's name. The image is but a digest. */
  private static final String CONTROLLER =
      "ingresscontroller.operator.openshift.io/deployment-ingresscontroller";

  /** The image of a router that no operator made. */
  private static final String IMAGE = "haproxy-router";

  private final ClusterState state;
  private final List<Runner> routers;
  private final Map<String, JsonObject> controllers;

  OpenShiftOpener(ClusterState state, RunnerIndex runners) {
    this.state = state;
    this.routers =
        runners
            .all()
            .filter(
                runner ->
                    runner.labels().containsKey(CONTROLLER) || runner.program().endsWith(IMAGE))
            .toList();
    this.controllers =
        state
            .all(RoutingKinds.INGRESS_CONTROLLER, OtherObject.class)
            .collect(
                Collectors.toMap(
                    one -> one.ref().name(),
                    one -> one.manifest().read().spec(),
                    (one, other) -> one));
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.ROUTE);
  }

  @Override
  public Opened of(OtherObject route) {
    return new Opened(
        routers.stream().filter(router -> serves(router, route)).toList(), Manner.LET_IN);
  }

  private boolean serves(Runner router, OtherObject route) {
    var name = router.labels().getOrDefault(CONTROLLER, "");
    return Optional.ofNullable(controllers.get(name))
        .map(spec -> selects(spec, route))
        .orElse(true);
  }

  private boolean selects(JsonObject controller, OtherObject route) {
    return new LabelSelector(controller.object("routeSelector")).matches(route.meta().labels())
        && isSelected(
            route.ref().namespace(), new LabelSelector(controller.object("namespaceSelector")));
  }

  /** A namespace that is not seen may bear the labels. */
  private boolean isSelected(String namespace, LabelSelector selector) {
    return state
        .find(new ResourceRef(state.cluster(), Kind.NAMESPACE, "", namespace))
        .map(seen -> selector.matches(seen.meta().labels()))
        .orElse(true);
  }
}
