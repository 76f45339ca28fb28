package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Keeps one EndpointSlice for each Service: its pods, and which of them take traffic. */
final class EndpointsController implements Controller {

  static final String SERVICE_LABEL = "kubernetes.io/service-name";

  private final ObjectStore store;

  EndpointsController(ObjectStore store) {
    this.store = store;
  }

  @Override
  public Set<Kind> watches() {
    return Set.of(Kind.SERVICE, Kind.POD);
  }

  @Override
  public Stream<ResourceRef> affectedBy(Change change) {
    if (change.kind().equals(Kind.SERVICE)) {
      return Stream.of(change.ref());
    }
    if (!change.kind().equals(Kind.POD) || change.samePod()) {
      return Stream.empty();
    }
    var labels = change.object().labels();
    return store
        .list(Kind.SERVICE, change.ref().namespace())
        .filter(service -> Trees.matches(service.spec().texts("selector"), labels))
        .map(service -> service.ref(store.cluster()));
  }

  @Override
  public void reconcile(ResourceRef ref) {
    store.find(ref).ifPresent(this::reconcile);
  }

  /** The ready endpoints behind a Service. */
  static long ready(Manifest slice) {
    return slice.tree().objects("endpoints").filter(e -> e.isTrue("conditions", "ready")).count();
  }

  static ResourceRef sliceOf(ResourceRef service) {
    return service.sibling(Kind.ENDPOINT_SLICE, service.name() + "-" + suffix(service));
  }

  private static String suffix(ResourceRef service) {
    return Names.mark(service.path()).substring(0, 5);
  }

  private void reconcile(Manifest service) {
    var selector = service.spec().texts("selector");
    if (selector.isEmpty()) {
      return;
    }
    var endpoints =
        store
            .list(Kind.POD, service.namespace())
            .filter(pod -> Trees.matches(selector, pod.labels()))
            .filter(pod -> pod.status().text("podIP").isPresent())
            .map(EndpointsController::endpoint)
            .toList();
    var ref = sliceOf(service.ref(store.cluster()));
    var present = store.find(ref);
    if (present.isPresent()) {
      store.update(Trees.with(present.get(), endpoints, "endpoints"));
    } else {
      store.create(slice(service, ref, endpoints));
    }
  }

  private static JsonObject endpoint(Manifest pod) {
    boolean deleting = Trees.isDeleting(pod);
    boolean ready = Pods.isReady(pod);
    return Trees.object(
        "addresses", List.of(pod.status().text("podIP").orElse("")),
        "conditions", Trees.object("ready", ready, "serving", ready, "terminating", deleting),
        "nodeName", pod.spec().text("nodeName").orElse(""),
        "targetRef",
            Trees.object(
                "kind", "Pod", "namespace", pod.namespace(), "name", pod.name(), "uid", pod.uid()));
  }

  private static JsonObject slice(Manifest service, ResourceRef ref, List<JsonObject> endpoints) {
    var ports =
        service
            .spec()
            .objects("ports")
            .map(
                port ->
                    Trees.object(
                        "name", port.text("name").orElse(""),
                        "port", port.number("port").orElse(0),
                        "protocol", port.text("protocol").orElse("TCP")))
            .toList();
    return Trees.object(
        "apiVersion",
        "discovery.k8s.io/v1",
        "kind",
        "EndpointSlice",
        "metadata",
        Trees.object(
            "name", ref.name(),
            "namespace", ref.namespace(),
            "labels", Map.of(SERVICE_LABEL, service.name()),
            "ownerReferences", Owners.controlledBy(service)),
        "addressType",
        "IPv4",
        "endpoints",
        endpoints,
        "ports",
        ports);
  }
}
