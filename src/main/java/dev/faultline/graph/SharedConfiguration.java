package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.evidence.SettingName;
import dev.faultline.model.Configuration;
import dev.faultline.model.Evidence;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.HashMap;
import java.util.Map;

/**
 * Doubts what many workloads read whole: in a list of all addresses that everybody gets, most
 * entries are not for this reader. What names the reader itself stays.
 */
final class SharedConfiguration {

  private static final int MANY_READERS = 3;
  private static final int MANY_HOSTS = 4;

  private final Map<ResourceRef, Integer> readers;
  private final Map<ResourceRef, Long> hosts = new HashMap<>();

  SharedConfiguration(Map<ResourceRef, Integer> readers) {
    this.readers = readers;
  }

  /** The evidence as it counts for this reader. */
  Evidence judge(Runner reader, Configuration configuration, Evidence evidence) {
    int many = readers.getOrDefault(configuration.ref(), 0);
    boolean list = many >= MANY_READERS && hosts(configuration) >= MANY_HOSTS;
    if (!list || evidence.strength() == Strength.WEAK || names(reader, evidence)) {
      return evidence;
    }
    return evidence.weakenedBecause(
        "one of many addresses in a configuration that " + many + " workloads read whole");
  }

  private long hosts(Configuration configuration) {
    return hosts.computeIfAbsent(
        configuration.ref(),
        ref ->
            configuration.evidence().stream()
                .filter(one -> one.strength() != Strength.WEAK)
                .map(one -> one.names().host())
                .distinct()
                .count());
  }

  private static boolean names(Runner reader, Evidence evidence) {
    var own = SettingName.of(reader.ref().name()).words();
    var said = SettingName.of(ConfigPlace.setting(evidence.place())).words();
    return !own.isEmpty() && said.containsAll(own);
  }
}
