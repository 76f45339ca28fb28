package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.NamedHost;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads which components of Dapr a workload with its sidecar may mean: whatever its variables hold
 * that can be the name of one, {@code PUBSUB_NAME: order-events}. Which of those are components is
 * known only where the components are.
 */
final class DaprNamingReader implements EvidenceReader {

  private static final String ENABLED = "dapr.io/enabled";
  private static final Set<String> SWITCHES = Set.of("true", "false", "yes", "no", "on", "off");
  private static final int MOST = 200;

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!hasSidecar(manifest)) {
      return Stream.empty();
    }
    var at = manifest.ref(cluster);
    return Containers.of(manifest)
        .flatMap(container -> names(manifest, container).stream())
        .distinct()
        .limit(MOST)
        .map(found -> evidence(at, found));
  }

  private static boolean hasSidecar(Manifest manifest) {
    var annotations =
        manifest.kind().equals(Kind.POD)
            ? manifest.annotations()
            : manifest.podTemplate().texts("metadata", "annotations");
    return "true".equals(annotations.get(ENABLED));
  }

  private static List<Setting> names(Manifest manifest, JsonObject container) {
    return Environment.of(manifest, container).entrySet().stream()
        .filter(entry -> !SWITCHES.contains(entry.getValue()))
        .filter(entry -> mayBeShown(entry.getKey(), entry.getValue()))
        .flatMap(
            entry ->
                HostName.normal(entry.getValue()).stream()
                    .map(name -> new Setting(entry.getKey(), name)))
        .toList();
  }

  /** A password in plain text looks like a name, too: what is masked elsewhere is not kept here. */
  private static boolean mayBeShown(String name, String value) {
    return Redaction.value(name, value).equals(value);
  }

  private static Evidence evidence(ResourceRef at, Setting found) {
    return new Evidence(
        EvidenceSort.DAPR,
        at,
        Optional.empty(),
        found.name(),
        new NamedHost(found.value(), OptionalInt.empty(), Optional.of(DaprName.COMPONENT)),
        Strength.FIRM,
        Optional.empty());
  }
}
