package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads which Services an HTTPProxy of Contour leads to, beside it, and which an ExtensionService
 * stands for. Others that it includes say themselves what they lead to.
 */
final class ContourReader implements EvidenceReader {

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    boolean extension = manifest.kind().equals(RoutingKinds.EXTENSION_SERVICE);
    if (!extension && !manifest.kind().equals(RoutingKinds.HTTP_PROXY)) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.CONTOUR, manifest.ref(cluster));
    var spec = manifest.spec();
    if (extension) {
      return services(referral, "spec", spec, "");
    }
    var host = spec.text("virtualhost", "fqdn").map(name -> " (host " + name + ")").orElse("");
    return Stream.concat(
        Referral.each(
            "spec", spec, "routes", (place, route) -> services(referral, place, route, host)),
        services(referral, "spec.tcpproxy", spec.object("tcpproxy"), host));
  }

  /** Where one has a weight, those without get nothing; a mirror gets all. */
  private static Stream<Evidence> services(
      Referral referral, String place, JsonObject holder, String host) {
    boolean weighted = holder.objects("services").anyMatch(ContourReader::hasShare);
    return Referral.each(
        place,
        holder,
        "services",
        (at, one) -> {
          var found =
              referral.service(
                  at + host, one.text("name"), Optional.empty(), Referral.port(one, "port"));
          return weighted && !one.isTrue("mirror") && !hasShare(one)
              ? found.map(evidence -> evidence.weakenedBecause(Doubt.NO_SHARE))
              : found;
        });
  }

  private static boolean hasShare(JsonObject service) {
    return !service.isTrue("mirror") && service.number("weight").orElse(0) > 0;
  }
}
