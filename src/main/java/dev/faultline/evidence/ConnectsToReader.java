package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.NamedHost;
import dev.faultline.model.Strength;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads what OpenShift's topology draws arrows to: {@code orders-db,stock} as Quarkus and others
 * write it, {@code [{"kind":"Deployment","name":"stock"}]} as the console does.
 */
final class ConnectsToReader implements EvidenceReader {

  private static final String NAME = "annotation";
  private static final String CONNECTS_TO = "app.openshift.io/connects-to";
  private static final Pattern NAMED = Pattern.compile("\"name\"\\s*:\\s*\"([^\"]{1,253})\"");
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
        ? NAMED.matcher(written).results().map(ConnectsToReader::name).toList()
        : Words.of(written, ", \t\r\n");
  }

  private static String name(MatchResult found) {
    return found.group(1);
  }
}
