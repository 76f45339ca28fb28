package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads whom the eventing of Knative calls: subscribers of a Trigger or a Subscription, sinks of
 * sources, and where letters go that nobody takes.
 */
final class KnativeReader implements EvidenceReader {

  /** The one door of all brokers of the usual class. */
  private static final String BROKERS = "broker-ingress.knative-eventing";

  private static final List<List<String>> DESTINATIONS =
      List.of(
          List.of("subscriber"),
          List.of("sink"),
          List.of("reply"),
          List.of("delivery", "deadLetterSink"));

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!RoutingKinds.EVENTING.contains(manifest.kind())) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.KNATIVE, manifest.ref(cluster));
    return DESTINATIONS.stream()
        .flatMap(
            path ->
                destination(
                    referral,
                    "spec." + String.join(".", path),
                    manifest.spec().object(path.toArray(String[]::new))));
  }

  private static Stream<Evidence> destination(
      Referral referral, String place, JsonObject destination) {
    var ref = destination.object("ref");
    // A path beside a reference is relative to it.
    if (ref.isEmpty()) {
      return destination.text("uri").stream().flatMap(uri -> referral.address(place + ".uri", uri));
    }
    return switch (ref.text("kind").orElse("")) {
      case "Service" -> referral.service(place + ".ref", ref.text("name"), ref.text("namespace"));
      case "Broker" -> referral.host(place + ".ref", BROKERS, OptionalInt.empty());
      default -> Stream.empty();
    };
  }
}
