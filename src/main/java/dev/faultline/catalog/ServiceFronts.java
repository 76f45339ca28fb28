package dev.faultline.catalog;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the Kubernetes Services that select pods with given labels. */
final class ServiceFronts {

  /** One label that a selector asks for, in a namespace: most Services are passed over by it. */
  private record Wanted(String namespace, String label, String value) {}

  private final Map<Wanted, List<KubernetesService>> byLabel;

  private ServiceFronts(Map<Wanted, List<KubernetesService>> byLabel) {
    this.byLabel = byLabel;
  }

  static ServiceFronts of(ClusterState state) {
    var byLabel = new HashMap<Wanted, List<KubernetesService>>();
    state
        .all(Kind.SERVICE, KubernetesService.class)
        // A Service without selector has endpoints that somebody else writes.
        .filter(service -> !service.selector().isEmpty())
        .forEach(
            service -> {
              var first = service.selector().entrySet().iterator().next();
              var wanted = new Wanted(service.ref().namespace(), first.getKey(), first.getValue());
              byLabel.computeIfAbsent(wanted, ignored -> new ArrayList<>()).add(service);
            });
    return new ServiceFronts(byLabel);
  }

  List<ResourceRef> select(String namespace, Map<String, String> labels) {
    Set<Map.Entry<String, String>> entries = labels.entrySet();
    return entries.stream()
        .map(label -> new Wanted(namespace, label.getKey(), label.getValue()))
        .flatMap(wanted -> byLabel.getOrDefault(wanted, List.of()).stream())
        .filter(service -> entries.containsAll(service.selector().entrySet()))
        .map(KubernetesService::ref)
        .sorted()
        .toList();
  }
}
