package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.stream.Stream;

/** Reads where a route of the Gateway API leads: its backends, and those it mirrors to. */
final class GatewayRouteReader implements EvidenceReader {

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!RoutingKinds.GATEWAY_ROUTES.contains(manifest.kind())) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.GATEWAY, manifest.ref(cluster));
    return Referral.each(
        "spec", manifest.spec(), "rules", (place, rule) -> rule(referral, place, rule));
  }

  private static Stream<Evidence> rule(Referral referral, String place, JsonObject rule) {
    return Stream.concat(
        filters(referral, place, rule),
        Referral.each(
            place,
            rule,
            "backendRefs",
            (at, backend) ->
                Stream.concat(backend(referral, at, backend), filters(referral, at, backend))));
  }

  private static Stream<Evidence> filters(Referral referral, String place, JsonObject holder) {
    return Referral.each(
        place,
        holder,
        "filters",
        (at, filter) ->
            backend(
                referral,
                at + ".requestMirror.backendRef",
                filter.object("requestMirror", "backendRef")));
  }

  /** A backend of another kind than Service is some controller's own business. */
  private static Stream<Evidence> backend(Referral referral, String place, JsonObject backend) {
    boolean service =
        backend.text("kind").orElse("Service").equals("Service")
            && backend.text("group").orElse("").isEmpty()
            && backend.number("weight").orElse(1) > 0;
    return service
        ? referral.service(
            place, backend.text("name"), backend.text("namespace"), Referral.port(backend, "port"))
        : Stream.empty();
  }
}
