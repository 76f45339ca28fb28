package dev.faultline.model;

import java.util.List;
import java.util.Map;

/**
 * A Kubernetes Service: a name and address in front of pods. (Plain <em>service</em> means the
 * workload, see {@link Service}.)
 */
public record KubernetesService(
    ObjectMeta meta,
    String type,
    String clusterIp,
    String externalName,
    Map<String, String> selector,
    List<Port> ports,
    CompactManifest manifest,
    List<Evidence> evidence)
    implements ClusterObject {

  public KubernetesService {
    selector = Map.copyOf(selector);
    ports = List.copyOf(ports);
    evidence = List.copyOf(evidence);
  }

  /** One port it answers on. */
  public record Port(String name, int port, String targetPort, String protocol) {}
}
