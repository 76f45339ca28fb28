package dev.faultline.graph;

import dev.faultline.evidence.EvidenceSort;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import java.util.Comparator;

/** The Services that let calls in from outside by themselves, without any route. */
final class ExposedServices {

  private final ClusterState state;
  private final ServiceIndex services;

  ExposedServices(ClusterState state, ServiceIndex services) {
    this.state = state;
    this.services = services;
  }

  void addTo(Routes routes) {
    state
        .all(Kind.SERVICE, KubernetesService.class)
        .filter(service -> !service.evidence().isEmpty())
        .sorted(Comparator.comparing(KubernetesService::ref))
        .forEach(service -> enter(routes, service));
  }

  private void enter(Routes routes, KubernetesService service) {
    var end = new Destination.Inside(service, services.behind(service));
    service.evidence().stream()
        .filter(evidence -> evidence.reader().equals(EvidenceSort.EXPOSED))
        .map(evidence -> new Entry(Entry.By.OUTSIDE, evidence))
        .forEach(entry -> routes.enter(entry, end));
  }
}
