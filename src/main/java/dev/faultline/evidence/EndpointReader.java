package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads the hosts that somebody wrote down as what stands behind a Service without selector. Pods
 * and addresses made of digits are joined to workloads where those are known.
 */
final class EndpointReader implements EvidenceReader {

  /** As many as Kubernetes takes. */
  private static final int MOST_ADDRESSES = 100;

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    boolean hosts =
        manifest.kind().equals(Kind.ENDPOINT_SLICE)
            && manifest.tree().text("addressType").orElse("").equals("FQDN");
    if (!hosts) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.ENDPOINTS, manifest.ref(cluster));
    return Referral.each(
        "",
        manifest.tree(),
        "endpoints",
        (place, one) ->
            one.array("addresses").texts().stream()
                .limit(MOST_ADDRESSES)
                .flatMap(host -> referral.host(place + ".addresses", host, OptionalInt.empty())));
  }
}
