package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the environment variables that containers set in their own text. */
final class EnvReader implements EvidenceReader {

  private static final String NAME = "env";

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    var at = manifest.ref(cluster);
    return Containers.of(manifest)
        .flatMap(container -> read(at, container, Environment.of(manifest, container)));
  }

  private static Stream<Evidence> read(
      ResourceRef at, JsonObject container, Map<String, String> environment) {
    var settings = new ArrayList<Setting>();
    var found = new ArrayList<Finding>();
    environment.forEach(
        (name, value) -> {
          if (ConfigFile.isFile(name, value)) {
            ConfigFile.read(name, value, Map.of()).stream()
                .map(finding -> finding.at(ConfigPlace.inside(name, finding.place())))
                .forEach(found::add);
          } else {
            settings.add(new Setting(name, value));
          }
        });
    found.addAll(SettingGroup.read(settings, SettingGroup.Bare.MENTIONED));
    return found.stream()
        .map(finding -> finding.evidence(NAME, at, Optional.of(Containers.name(container))));
  }
}
