package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads where a Route of OpenShift sends what comes in: its Service, and those that share the calls
 * with it. Its port is one of the pods, not of the Service.
 */
final class OpenShiftReader implements EvidenceReader {

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!manifest.kind().equals(RoutingKinds.ROUTE)) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.OPENSHIFT, manifest.ref(cluster));
    var spec = manifest.spec();
    var host = spec.text("host").map(name -> " (host " + name + ")").orElse("");
    return Stream.concat(
        backend(referral, "spec.to" + host, spec.object("to")),
        Referral.each(
            "spec",
            spec,
            "alternateBackends",
            (place, backend) -> backend(referral, place + host, backend)));
  }

  private static Stream<Evidence> backend(Referral referral, String place, JsonObject backend) {
    if (!backend.text("kind").orElse("Service").equals("Service")) {
      return Stream.empty();
    }
    var found = referral.service(place, backend.text("name"), Optional.empty());
    return backend.number("weight").orElse(1) > 0
        ? found
        : found.map(one -> one.weakenedBecause(Doubt.NO_SHARE));
  }
}
