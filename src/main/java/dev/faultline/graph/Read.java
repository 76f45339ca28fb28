package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.evidence.Doubt;
import dev.faultline.evidence.SettingName;
import dev.faultline.model.Evidence;
import dev.faultline.model.Reference;
import dev.faultline.model.Strength;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a workload reads of one configuration: the whole, or keys, each under some variables. */
final class Read {

  private final Map<String, Set<String>> variables = new HashMap<>();
  private boolean whole;

  void add(Reference reference) {
    whole |= reference.key().isEmpty();
    reference
        .key()
        .ifPresent(
            key -> variables.computeIfAbsent(key, k -> new HashSet<>()).add(reference.variable()));
  }

  boolean whole() {
    return whole;
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
