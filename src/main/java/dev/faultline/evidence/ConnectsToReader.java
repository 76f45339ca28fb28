package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.NamedHost;
import dev.faultline.model.Strength;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.MalformedTextException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Reads what OpenShift's topology draws arrows to: {@code orders-db,stock} as Quarkus and others
 * write it, {@code [{"kind":"Deployment","name":"stock"}]} as the console does.
 */
final class ConnectsToReader implements EvidenceReader {

  private static final String NAME = "annotation";
  private static final String CONNECTS_TO = "app.openshift.io/connects-to";
  private static final int MOST = 100;

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (Containers.of(manifest).findAny().isEmpty()) {
      return Stream.empty();
    }
    var at = manifest.ref(cluster);
    return Stream.of(
            Optional.ofNullable(manifest.annotations().get(CONNECTS_TO)),
            manifest.podTemplate().text("metadata", "annotations", CONNECTS_TO))
        .flatMap(Optional::stream)
        .flatMap(written -> names(written).stream())
        .limit(MOST)
        .flatMap(name -> HostName.normal(name).stream())
        .distinct()
        .map(host -> new NamedHost(host, OptionalInt.empty(), Optional.empty()))
        .map(host -> Finding.of(CONNECTS_TO, host, Strength.FIRM))
        .map(finding -> finding.evidence(NAME, at, Optional.empty()));
  }

  private static List<String> names(String written) {
    return written.stripLeading().startsWith("[")
        ? namesInJson(written)
        : Words.of(written, ", \t\r\n");
  }

  private static List<String> namesInJson(String written) {
    try {
      return JsonCodec.read(written) instanceof JsonArray list
          ? list.objects().flatMap(one -> one.text("name").stream()).toList()
          : List.of();
    } catch (MalformedTextException e) {
      return List.of(); // The console that wrote it draws no arrow either.
    }
  }
}
