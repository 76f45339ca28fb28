package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a Kubernetes Service by namespace and name, and the workloads behind it. */
final class ServiceIndex {

  private record Name(String namespace, String name) {}

  private record Label(String namespace, String key, String value) {}

  private final Map<Name, KubernetesService> services = new HashMap<>();
  private final Map<ResourceRef, List<Runner>> behind = new HashMap<>();
  private final DaprApps apps;
  private final KnativeServices knative;
  private final FixedEndpoints fixed;
  private final Map<Label, List<Runner>> byLabel = new HashMap<>();

  ServiceIndex(ClusterState state, List<Runner> runners) {
    var index = new RunnerIndex(runners);
    apps = new DaprApps(index);
    knative = new KnativeServices(index);
    fixed = new FixedEndpoints(state, runners);
    for (Runner runner : runners) {
      runner
          .labels()
          .forEach(
              (key, value) ->
                  byLabel
                      .computeIfAbsent(
                          new Label(runner.ref().namespace(), key, value), l -> new ArrayList<>())
                      .add(runner));
    }
    state.all(Kind.SERVICE, KubernetesService.class).forEach(this::add);
  }

  Optional<KubernetesService> find(String namespace, String name) {
    return Optional.ofNullable(services.get(new Name(namespace, name)));
  }

  /** The workloads that the Service selects; or whose pods are written down. */
  List<Runner> behind(KubernetesService service) {
    return behind.getOrDefault(service.ref(), List.of());
  }

  /** The host outside that a Service without selector stands for. */
  Optional<String> outside(KubernetesService service) {
    return FixedEndpoints.hasNoSelector(service) && behind(service).isEmpty()
        ? fixed.outside(service.ref())
        : Optional.empty();
  }

  /** Workloads that are called by an id instead of a Service. */
  DaprApps apps() {
    return apps;
  }

  KnativeServices knative() {
    return knative;
  }

  /** The workloads of a namespace whose pods bear all of the labels; none without a label. */
  List<Runner> labelled(String namespace, Map<String, String> labels) {
    // The rarest label leaves few to compare: a thousand services stay a thousand look-ups.
    return labels.entrySet().stream()
        .map(entry -> new Label(namespace, entry.getKey(), entry.getValue()))
        .map(label -> byLabel.getOrDefault(label, List.of()))
        .min((a, b) -> Integer.compare(a.size(), b.size()))
        .map(few -> few.stream().filter(runner -> bears(runner, labels)).toList())
        .orElse(List.of());
  }

  private void add(KubernetesService service) {
    var ref = service.ref();
    services.put(new Name(ref.namespace(), ref.name()), service);
    if (!service.selector().isEmpty()) {
      behind.put(ref, labelled(ref.namespace(), service.selector()));
    } else if (FixedEndpoints.hasNoSelector(service)) {
      behind.put(ref, fixed.behind(ref));
    }
  }

  private static boolean bears(Runner runner, Map<String, String> labels) {
    return runner.labels().entrySet().containsAll(labels.entrySet());
  }
}
