package dev.faultline.graph;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.Manifest;
import dev.faultline.model.OtherObject;
import dev.faultline.model.Pod;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands behind Services without selector, as EndpointSlices, or the Endpoints of before, say
 * it: pods of workloads here, or a host outside.
 */
final class FixedEndpoints {

  private static final String SERVICE_LABEL = "kubernetes.io/service-name";
  private static final int LONGEST_CHAIN = 5;

  private final ClusterState state;
  private final Map<ResourceRef, List<OtherObject>> endpoints;
  private final Map<ResourceRef, Runner> runners = new HashMap<>();
  private final Map<String, List<Pod>> byAddress = new HashMap<>();

  FixedEndpoints(ClusterState state, List<Runner> runners) {
    this.state = state;
    this.endpoints =
        objects(state)
            .sorted((a, b) -> a.ref().compareTo(b.ref()))
            .collect(Collectors.groupingBy(FixedEndpoints::service));
    if (!endpoints.isEmpty()) {
      runners.forEach(runner -> this.runners.put(runner.ref(), runner));
      state
          .all(Kind.POD, Pod.class)
          .filter(pod -> !pod.ip().isEmpty())
          .forEach(pod -> byAddress.computeIfAbsent(pod.ip(), i -> new ArrayList<>()).add(pod));
    }
  }

  /** The objects that matter: those of Services with a selector are made from it. */
  static Stream<OtherObject> objects(ClusterState state) {
    return Stream.of(Kind.ENDPOINT_SLICE, RoutingKinds.ENDPOINTS)
        .flatMap(kind -> state.all(kind, OtherObject.class))
        .filter(
            one ->
                state
                    .find(service(one), KubernetesService.class)
                    .filter(FixedEndpoints::hasNoSelector)
                    .isPresent());
  }

  static boolean hasNoSelector(KubernetesService service) {
    return service.selector().isEmpty() && !service.type().equals("ExternalName");
  }

  /** The workloads whose pods are written down. */
  List<Runner> behind(ResourceRef service) {
    var found = new LinkedHashSet<Runner>();
    for (OtherObject one : endpoints.getOrDefault(service, List.of())) {
      addresses(one.manifest().read())
          .flatMap(address -> pod(service, address).stream())
          .flatMap(pod -> runner(pod.ref(), pod).stream())
          .forEach(found::add);
    }
    return List.copyOf(found);
  }

  /** The host outside that is written down. */
  Optional<String> outside(ResourceRef service) {
    return endpoints.getOrDefault(service, List.of()).stream()
        .flatMap(one -> one.evidence().stream())
        .map((Evidence one) -> one.names().host())
        .findFirst();
  }

  private static ResourceRef service(OtherObject endpoints) {
    var name = endpoints.ref().name();
    return endpoints
        .ref()
        .sibling(
            Kind.SERVICE,
            endpoints.ref().kind().equals(Kind.ENDPOINT_SLICE)
                ? endpoints.meta().labels().getOrDefault(SERVICE_LABEL, "")
                : name);
  }

  /** Objects that say of one address, or of several, whose it is. */
  private static Stream<JsonObject> addresses(Manifest manifest) {
    return manifest.kind().equals(Kind.ENDPOINT_SLICE)
        ? manifest.tree().objects("endpoints")
        : manifest
            .tree()
            .objects("subsets")
            .flatMap(
                subset ->
                    Stream.concat(
                        subset.objects("addresses"), subset.objects("notReadyAddresses")));
  }

  private Optional<Pod> pod(ResourceRef service, JsonObject address) {
    var target = address.object("targetRef");
    if (target.text("kind").orElse("").equals("Pod")) {
      return state.find(service.sibling(Kind.POD, target.text("name").orElse("")), Pod.class);
    }
    return Stream.concat(address.text("ip").stream(), address.array("addresses").texts().stream())
        .map(ip -> byAddress.getOrDefault(ip, List.of()))
        // Pods in the network of their node share its address: it may be any of them.
        .filter(pods -> pods.size() == 1)
        .map(List::getFirst)
        .findFirst();
  }

  private Optional<Runner> runner(ResourceRef ref, ClusterObject object) {
    var at = ref;
    var owned = Optional.of(object);
    for (int i = 0; i < LONGEST_CHAIN && owned.isPresent(); i++) {
      var runner = runners.get(at);
      if (runner != null) {
        return Optional.of(runner);
      }
      var owner = owned.get().meta().controller();
      if (owner.isEmpty()) {
        return Optional.empty();
      }
      at = at.sibling(owner.get().kind(), owner.get().name());
      owned = state.find(at);
    }
    return Optional.empty();
  }
}
