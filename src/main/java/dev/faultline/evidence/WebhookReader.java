package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.stream.Stream;

/** Reads whom the API server asks: webhooks, those that convert, and servers of further APIs. */
final class WebhookReader implements EvidenceReader {

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!RoutingKinds.ASKED_BY_API_SERVER.contains(manifest.kind())) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.WEBHOOK, manifest.ref(cluster));
    var spec = manifest.spec();
    return Stream.of(
            Referral.each(
                "",
                manifest.tree(),
                "webhooks",
                (place, one) -> client(referral, place, one.object("clientConfig"))),
            client(
                referral,
                "spec.conversion.webhook",
                spec.object("conversion", "webhook", "clientConfig")),
            service(referral, "spec.service", spec.object("service")))
        .flatMap(found -> found);
  }

  private static Stream<Evidence> client(Referral referral, String place, JsonObject client) {
    return Stream.concat(
        service(referral, place + ".clientConfig.service", client.object("service")),
        client.text("url").stream()
            .flatMap(url -> referral.address(place + ".clientConfig.url", url)));
  }

  private static Stream<Evidence> service(Referral referral, String place, JsonObject service) {
    return referral.service(
        place, service.text("name"), service.text("namespace"), Referral.port(service, "port"));
  }
}
