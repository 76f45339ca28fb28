package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.stream.Stream;

/**
 * Reads where Linkerd sends the calls of one Service instead: the overrides of a ServiceProfile,
 * and the backends of a TrafficSplit of the mesh interface that came before.
 */
final class ServiceProfileReader implements EvidenceReader {

  private static final String NO_SHARE = "gets no share of what is split";

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    Kind kind = manifest.kind();
    boolean profile = kind.equals(RoutingKinds.SERVICE_PROFILE);
    if (!profile && !kind.equals(RoutingKinds.TRAFFIC_SPLIT)) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.LINKERD, manifest.ref(cluster));
    var member = profile ? "authority" : "service";
    return Referral.each(
        "spec",
        manifest.spec(),
        profile ? "dstOverrides" : "backends",
        (place, one) ->
            one.text(member).stream()
                .flatMap(host -> referral.address(place + "." + member, host))
                .map(found -> hasShare(one) ? found : found.weakenedBecause(NO_SHARE)));
  }

  /** Weights are numbers, or quantities such as {@code 500m}. */
  private static boolean hasShare(JsonObject part) {
    return !part.text("weight").orElse("1").matches("0+m?");
  }
}
