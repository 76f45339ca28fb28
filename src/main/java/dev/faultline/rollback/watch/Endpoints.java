package dev.faultline.rollback.watch;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.util.stream.Stream;

/** The endpoints behind a Kubernetes Service, from all its slices. */
final class Endpoints {

  private static final String SERVICE_LABEL = "kubernetes.io/service-name";

  private Endpoints() {}

  static Stream<JsonObject> of(ClusterState state, ResourceRef service) {
    return state.list(Kind.ENDPOINT_SLICE, service.namespace()).stream()
        .filter(OtherObject.class::isInstance)
        .map(OtherObject.class::cast)
        .filter(slice -> service.name().equals(slice.meta().labels().get(SERVICE_LABEL)))
        .flatMap(slice -> slice.manifest().read().tree().objects("endpoints"));
  }
}
