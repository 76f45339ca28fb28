package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads where an Ingress sends what comes in: backends of its rules, the default one, and those
 * that annotations of the nginx controller name. The API of before 1.22 is read as well.
 */
final class IngressReader implements EvidenceReader {

  private static final String NGINX = "nginx.ingress.kubernetes.io/";
  private static final Map<String, Boolean> ANNOTATIONS =
      Map.of("auth-url", true, "mirror-target", true, "default-backend", false);

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!manifest.kind().equals(RoutingKinds.INGRESS)
        && !manifest.kind().equals(RoutingKinds.OLD_INGRESS)) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.INGRESS, manifest.ref(cluster));
    var spec = manifest.spec();
    return Stream.of(
            backend(referral, "spec.defaultBackend", spec.object("defaultBackend")),
            backend(referral, "spec.backend", spec.object("backend")),
            Referral.each("spec", spec, "rules", (place, rule) -> rule(referral, place, rule)),
            annotations(referral, manifest))
        .flatMap(found -> found);
  }

  private static Stream<Evidence> rule(Referral referral, String place, JsonObject rule) {
    return Referral.each(
        place + ".http",
        rule.object("http"),
        "paths",
        (at, path) -> backend(referral, at + ".backend", path.object("backend")));
  }

  private static Stream<Evidence> backend(Referral referral, String place, JsonObject backend) {
    var service = backend.object("service");
    return service.isEmpty()
        ? referral.service(
            place,
            backend.text("serviceName"),
            Optional.empty(),
            Referral.port(backend, "servicePort"))
        : referral.service(
            place,
            service.text("name"),
            Optional.empty(),
            Referral.port(service, "port", "number"));
  }

  private static Stream<Evidence> annotations(Referral referral, Manifest manifest) {
    var annotations = manifest.annotations();
    return ANNOTATIONS.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .flatMap(
            known -> {
              var written = Optional.ofNullable(annotations.get(NGINX + known.getKey()));
              var place = "metadata.annotations." + NGINX + known.getKey();
              return known.getValue()
                  ? written.stream().flatMap(url -> referral.address(place, url))
                  : referral.service(place, written, Optional.empty(), OptionalInt.empty());
            });
  }
}
