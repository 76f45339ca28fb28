package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.stream.Stream;

/**
 * Reads which Services the routes of Traefik lead to, and those between which a TraefikService
 * shares, or to which it mirrors; and whom a Middleware calls. Where one of these leads to another,
 * that other says what it leads to.
 */
final class TraefikReader implements EvidenceReader {

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (RoutingKinds.TRAEFIK_MIDDLEWARES.contains(manifest.kind())) {
      return middleware(new Referral(EvidenceSort.TRAEFIK, manifest.ref(cluster)), manifest.spec());
    }
    boolean route = RoutingKinds.TRAEFIK_ROUTES.contains(manifest.kind());
    if (!route && !RoutingKinds.TRAEFIK_SERVICES.contains(manifest.kind())) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.TRAEFIK, manifest.ref(cluster));
    var spec = manifest.spec();
    return route
        ? Referral.each(
            "spec",
            spec,
            "routes",
            (place, rule) -> shared(referral, place, rule, "services", "weight"))
        : Stream.of(
                shared(referral, "spec.weighted", spec.object("weighted"), "services", "weight"),
                shared(
                    referral,
                    "spec.highestRandomWeight",
                    spec.object("highestRandomWeight"),
                    "services",
                    "weight"),
                service(referral, "spec.mirroring", spec.object("mirroring")),
                shared(referral, "spec.mirroring", spec.object("mirroring"), "mirrors", "percent"))
            .flatMap(found -> found);
  }

  /** Who is asked before a call is let on, and who has the page for a call that failed. */
  private static Stream<Evidence> middleware(Referral referral, JsonObject spec) {
    return Stream.concat(
        spec.text("forwardAuth", "address").stream()
            .flatMap(url -> referral.address("spec.forwardAuth.address", url)),
        service(referral, "spec.errors.service", spec.object("errors", "service")));
  }

  private static Stream<Evidence> shared(
      Referral referral, String place, JsonObject holder, String member, String share) {
    return Referral.each(
        place,
        holder,
        member,
        (at, one) -> {
          var found = service(referral, at, one);
          return one.number(share).orElse(1) > 0
              ? found
              : found.map(evidence -> evidence.weakenedBecause(Doubt.NO_SHARE));
        });
  }

  private static Stream<Evidence> service(Referral referral, String place, JsonObject service) {
    return service.text("kind").orElse("Service").equals("Service")
        ? referral.service(
            place, service.text("name"), service.text("namespace"), Referral.port(service, "port"))
        : Stream.empty();
  }
}
