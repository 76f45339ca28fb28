package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the values of a ConfigMap, each a setting or a file of its own. */
final class ConfigMapReader implements EvidenceReader {

  private static final String NAME = "configuration";
  private static final int MOST_FINDINGS = 5_000;

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!manifest.kind().equals(Kind.CONFIG_MAP)) {
      return Stream.empty();
    }
    var at = manifest.ref(cluster);
    return read(manifest).stream()
        .distinct()
        .limit(MOST_FINDINGS)
        .map(finding -> finding.evidence(NAME, at, Optional.empty()));
  }

  private static List<Finding> read(Manifest manifest) {
    var found = new ArrayList<Finding>();
    var settings = new ArrayList<Setting>();
    var usual = Environment.usual(manifest.namespace());
    manifest
        .tree()
        .texts("data")
        .forEach(
            (key, value) -> {
              if (value.strip().indexOf('\n') < 0) {
                settings.add(new Setting(key, Placeholders.expand(value, usual)));
              } else {
                ConfigFile.read(key, Placeholders.expand(value, usual)).stream()
                    .map(finding -> finding.at(ConfigPlace.of(key, finding.place())))
                    .forEach(found::add);
              }
            });
    SettingGroup.read(settings, SettingGroup.Bare.MENTIONED).stream()
        .map(finding -> finding.at(ConfigPlace.of(finding.place())))
        .forEach(found::add);
    return found;
  }
}
