package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Hosts that ServiceEntries of Istio make known to the mesh: the world outside, machines beside the
 * cluster, or workloads of the cluster under another name.
 */
final class MeshHosts {

  private record Entry(String namespace, boolean ownOnly, Destination leads) {}

  private final Map<String, Entry> hosts = new HashMap<>();

  MeshHosts(ClusterState state, ServiceIndex services) {
    state
        .all(RoutingKinds.SERVICE_ENTRY, OtherObject.class)
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(entry -> add(entry, services));
  }

  Optional<Destination> find(String host, String namespace) {
    return Optional.ofNullable(hosts.get(host))
        .filter(entry -> !entry.ownOnly() || entry.namespace().equals(namespace))
        .map(Entry::leads);
  }

  private void add(OtherObject object, ServiceIndex services) {
    var spec = object.manifest().read().spec();
    var home = object.ref().namespace();
    var behind = services.labelled(home, spec.texts("workloadSelector", "labels"));
    boolean ownOnly = spec.array("exportTo").texts().equals(List.of("."));
    for (String written : spec.array("hosts").texts()) {
      var host = written.toLowerCase(Locale.ROOT);
      if (!host.contains("*")) {
        Destination leads =
            behind.isEmpty() ? new Destination.Outside(host) : new Destination.Selected(behind);
        hosts.putIfAbsent(host, new Entry(home, ownOnly, leads));
      }
    }
  }
}
