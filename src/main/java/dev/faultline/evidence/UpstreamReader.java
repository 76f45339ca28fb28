package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.NamedHost;
import dev.faultline.model.Strength;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads which services a pod reaches through its Consul sidecar: {@code payment:9090} and {@code
 * payment.svc.shop.ns:9090}. The port is the one that the sidecar opens in the pod itself.
 */
final class UpstreamReader implements EvidenceReader {

  private static final String NAME = "annotation";
  private static final String UPSTREAMS = "consul.hashicorp.com/connect-service-upstreams";
  private static final int MOST = 100;

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    var at = manifest.ref(cluster);
    return manifest.podTemplate().text("metadata", "annotations", UPSTREAMS).stream()
        .flatMap(written -> Words.of(written, ", \t\r\n").stream())
        .limit(MOST)
        .flatMap(one -> host(one).stream())
        .map(host -> new NamedHost(host, OptionalInt.empty(), Optional.empty()))
        .map(host -> Finding.of(UPSTREAMS, host, Strength.FIRM))
        .map(finding -> finding.evidence(NAME, at, Optional.empty()));
  }

  private static Optional<String> host(String upstream) {
    int colon = upstream.indexOf(':');
    var labels = List.of((colon < 0 ? upstream : upstream.substring(0, colon)).split("\\.", -1));
    boolean placed = labels.size() > 3 && labels.get(1).equals("svc") && labels.get(3).equals("ns");
    return HostName.normal(placed ? labels.getFirst() + "." + labels.get(2) : labels.getFirst());
  }
}
