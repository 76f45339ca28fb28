package dev.faultline.ui.services;

import dev.faultline.model.Pod;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One service as the table shows it.
 *
 * @param lastChange when its current revision came
 * @param nodes how many nodes its pods are spread over
 */
public record ServiceRow(Service service, Optional<Instant> lastChange, int nodes) {

  /** The worst first; among equals by cluster, namespace and name. */
  static final Comparator<ServiceRow> WORST_FIRST =
      Comparator.<ServiceRow, Integer>comparing(row -> row.service().health().status().ordinal())
          .thenComparing(row -> row.service().ref());

  static ServiceRow of(Service service) {
    return new ServiceRow(
        service,
        service.currentRevision().flatMap(Revision::created),
        (int)
            service.pods().stream()
                .map(Pod::node)
                .filter(node -> !node.isEmpty())
                .distinct()
                .count());
  }

  /** The first reason; a healthy service needs none. */
  String why() {
    var reasons = service.health().reasons();
    return service.health().status() == dev.faultline.model.Health.Status.HEALTHY
            || reasons.isEmpty()
        ? ""
        : String.join("; ", reasons);
  }

  boolean matches(String lowerCase) {
    return lowerCase.isEmpty()
        || service.ref().path().contains(lowerCase)
        || service.version().text().contains(lowerCase)
        || service.health().status().name().toLowerCase(java.util.Locale.ROOT).contains(lowerCase)
        || service.ownership().describe().toLowerCase(java.util.Locale.ROOT).contains(lowerCase)
        || service.ref().kind().name().toLowerCase(java.util.Locale.ROOT).contains(lowerCase);
  }
}
