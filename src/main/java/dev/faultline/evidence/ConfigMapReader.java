package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the values of a ConfigMap, each a setting or a file of its own. */
final class ConfigMapReader implements EvidenceReader {

  private static final String NAME = "configuration";
  private static final int MOST_FINDINGS = 5_000;

  /** Four times what Kubernetes takes as one object; what a file holds beyond is not read. */
  private static final int MOST_CHARACTERS = 4 << 20;

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    if (!manifest.kind().equals(Kind.CONFIG_MAP)) {
      return Stream.empty();
    }
    var at = manifest.ref(cluster);
    return findings(
            ConfigMapText.ofConfigMap(manifest.tree()),
            manifest.namespace(),
            SettingGroup.Bare.MENTIONED)
        .map(finding -> finding.evidence(NAME, at, Optional.empty()));
  }

  /** What the keys of one object name; a Secret's are read alike. */
  static Stream<Finding> findings(
      Map<String, String> data, String namespace, SettingGroup.Bare bare) {
    var found = new ArrayList<Finding>();
    var settings = new ArrayList<Setting>();
    var usual = Environment.usual(namespace);
    long characters = 0;
    for (var entry : data.entrySet()) {
      var key = entry.getKey();
      var value = entry.getValue();
      characters += Math.min(value.length(), HostScanner.LONGEST_TEXT);
      if (characters > MOST_CHARACTERS || found.size() > MOST_FINDINGS) {
        break;
      }
      if (!ConfigFile.isFile(key, value)) {
        settings.add(new Setting(key, Placeholders.expand(value, usual)));
      } else {
        ConfigFile.read(key, value, usual).stream()
            .map(finding -> finding.at(ConfigPlace.of(key, finding.place())))
            .forEach(found::add);
      }
    }
    SettingGroup.read(settings, bare).stream()
        .map(finding -> finding.at(ConfigPlace.of(finding.place())))
        .forEach(found::add);
    return found.stream().distinct().limit(MOST_FINDINGS);
  }
}
