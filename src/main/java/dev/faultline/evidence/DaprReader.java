package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads which hosts the resources of Dapr name: the metadata of a Component, an endpoint over HTTP,
 * and where the sidecars send their traces.
 */
final class DaprReader implements EvidenceReader {

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    Kind kind = manifest.kind();
    if (!kind.group().equals(RoutingKinds.DAPR)) {
      return Stream.empty();
    }
    var referral = new Referral(EvidenceSort.DAPR, manifest.ref(cluster));
    var spec = manifest.spec();
    if (kind.equals(RoutingKinds.DAPR_COMPONENT)) {
      return component(referral, spec);
    }
    var addresses =
        kind.equals(RoutingKinds.DAPR_ENDPOINT)
            ? List.of("baseUrl")
            : List.of("tracing.zipkin.endpointAddress", "tracing.otel.endpointAddress");
    return addresses.stream()
        .flatMap(
            path ->
                spec.text(path.split("\\.")).stream()
                    .flatMap(text -> referral.address("spec." + path, text)));
  }

  private static Stream<Evidence> component(Referral referral, JsonObject spec) {
    var settings =
        spec.objects("metadata")
            .flatMap(
                one ->
                    one.text("name").stream()
                        .flatMap(
                            name ->
                                one.text("value").stream()
                                    .map(value -> new Setting("spec.metadata." + name, value))))
            .toList();
    return SettingGroup.read(settings, SettingGroup.Bare.PASSED_OVER).stream()
        .map(finding -> finding.evidence(referral.reader(), referral.at(), Optional.empty()));
  }
}
