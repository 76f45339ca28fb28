package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.evidence.Doubt;
import dev.faultline.evidence.SettingName;
import dev.faultline.model.Evidence;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a workload reads of one configuration: the whole, files of it, or keys as variables. */
final class Read {

  private final Map<String, Set<String>> variables = new HashMap<>();
  private final Set<String> files = new TreeSet<>();
  private boolean asVariables;
  private boolean asVolume;
  private boolean fileByFile;

  void add(Reference reference) {
    var key = reference.key().orElse("");
    switch (reference.use()) {
      case ENV -> variables.computeIfAbsent(key, k -> new HashSet<>()).add(reference.variable());
      case ENV_FROM -> asVariables = true;
      case FILE -> {
        fileByFile = true;
        files.add(key);
      }
      case VOLUME -> {
        if (key.isEmpty()) {
          asVolume = true;
        } else {
          files.add(key);
        }
      }
      case SERVICE_ACCOUNT, IMAGE_PULL -> {
        // Nothing of it is read as a setting.
      }
    }
  }

  /** Whether it is read as variables, and in no other way. */
  boolean isOfVariables() {
    return asVariables && !asVolume && files.isEmpty();
  }

  /** What others may read as well. */
  List<Part> parts(ResourceRef configuration) {
    return asVariables || (asVolume && !fileByFile)
        ? List.of(Part.whole(configuration))
        : files.stream().map(key -> new Part(configuration, key)).toList();
  }

  /**
   * The evidence as it counts under the variable's name, which says more than the key's: {@code
   * DB_HOST} from {@code mongo}, {@code CORS_ORIGIN} from {@code frontend}. Empty if the key is not
   * read.
   */
  Optional<Evidence> byKey(Evidence evidence) {
    var names = variables.get(ConfigPlace.key(evidence.place()));
    if (names == null) {
      return Optional.empty();
    }
    boolean weak = evidence.strength() == Strength.WEAK;
    if (weak && evidence.doubt().filter(Doubt::isOfTheName).isPresent()) {
      return Optional.of(
          names.stream().map(SettingName::of).anyMatch(SettingName::speaksOfAnAddress)
              ? evidence.confirmed()
              : evidence);
    }
    boolean uncalled = names.stream().map(SettingName::of).allMatch(SettingName::speaksOfNoCall);
    return Optional.of(
        uncalled && !weak
            ? evidence.weakenedBecause(Doubt.notCalled(String.join(", ", names)))
            : evidence);
  }
}
