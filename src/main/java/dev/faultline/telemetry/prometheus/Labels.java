package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficPeer;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The labels of a series; one that is not there reads as empty, as in Prometheus itself. */
record Labels(Map<String, String> all) {

  /** What proxies write where they know nothing. */
  private static final Set<String> NOTHING = Set.of("", "unknown", "-");

  Labels {
    all = Map.copyOf(all);
  }

  String get(String name) {
    return all.getOrDefault(name, "");
  }

  /** The label, unless it says that nothing is known. */
  Optional<String> known(String name) {
    return Optional.of(get(name)).filter(value -> !NOTHING.contains(value));
  }

  /** A workload by its namespace and name, if both are known. */
  Optional<TrafficPeer> workload(String namespace, String name) {
    return workload(namespace, name, Optional.empty());
  }

  Optional<TrafficPeer> workload(String namespace, String name, Optional<String> kind) {
    return known(namespace)
        .flatMap(in -> known(name).map(called -> new TrafficPeer.OfWorkload(in, called, kind)));
  }

  /** A Kubernetes Service by its namespace and name, if both are known. */
  Optional<TrafficPeer> service(String namespace, String name) {
    return known(namespace)
        .flatMap(in -> known(name).map(called -> new TrafficPeer.OfService(in, called)));
  }
}
