package dev.faultline.graph;

import dev.faultline.model.Configuration;
import dev.faultline.model.Evidence;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Doubts what several workloads read whole: in a list of all addresses that everybody gets, most
 * entries are not for this reader. An entry whose key, section or file bears a reader's name is
 * that reader's, and nobody else's.
 */
final class SharedConfiguration {

  private static final int MANY_READERS = 3;
  private static final int MANY_HOSTS = 4;

  private final Map<ResourceRef, List<Runner>> readers;
  private final Map<ResourceRef, Long> hosts = new HashMap<>();
  private final Map<ResourceRef, Long> programs = new HashMap<>();
  private final Map<ResourceRef, Owners> owners = new HashMap<>();

  SharedConfiguration(Map<ResourceRef, List<Runner>> readers) {
    this.readers = readers;
  }

  /** The evidence as it counts for this reader. */
  Evidence judge(
      Runner reader, Configuration configuration, Evidence evidence, Destination destination) {
    var ref = configuration.ref();
    var all = readers.getOrDefault(ref, List.of());
    if (all.size() < 2 || evidence.strength() == Strength.WEAK) {
      return evidence;
    }
    var own = owners.computeIfAbsent(ref, r -> new Owners(all)).of(evidence.place());
    if (own.stream().anyMatch(owner -> owner.ref().equals(reader.ref()))) {
      return evidence;
    }
    if (!own.isEmpty() && own.stream().noneMatch(owner -> isBehind(destination, owner))) {
      return evidence.weakenedBecause("an entry for " + own.getFirst().ref().name());
    }
    if (isAnotherRole(reader, ref, destination)) {
      return evidence.weakenedBecause("a name of the program itself, which reads it in each role");
    }
    return programs(ref, all) >= MANY_READERS && hosts(configuration) >= MANY_HOSTS
        ? evidence.weakenedBecause(
            "one of many addresses in a configuration that " + all.size() + " workloads read whole")
        : evidence;
  }

  private boolean isAnotherRole(Runner reader, ResourceRef configuration, Destination destination) {
    return destination instanceof Destination.Inside inside
        && inside.behind().stream()
            .anyMatch(
                callee ->
                    callee.program().equals(reader.program()) && references(callee, configuration));
  }

  private static boolean references(Runner runner, ResourceRef configuration) {
    return runner.references().stream()
        .anyMatch(
            one ->
                one.target().equals(configuration.kind())
                    && one.name().equals(configuration.name())
                    && one.key().isEmpty());
  }

  /** The same program in several roles, web and worker, reads one configuration for one purpose. */
  private long programs(ResourceRef ref, List<Runner> all) {
    return programs.computeIfAbsent(ref, r -> all.stream().map(Runner::program).distinct().count());
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

  private static boolean isBehind(Destination destination, Runner owner) {
    return destination instanceof Destination.Inside inside
        && inside.behind().stream().anyMatch(runner -> runner.ref().equals(owner.ref()));
  }
}
