package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Configuration;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that speaks for one workload: its own text, and the configuration that its template refers
 * to, of which it reads single keys or the whole.
 */
final class SaidBy {

  private static final Set<Kind> CONFIGURATION = Set.of(Kind.CONFIG_MAP, Kind.SECRET);

  private final ClusterState state;
  private final SharedConfiguration shared;

  SaidBy(ClusterState state, List<Runner> runners) {
    this.state = state;
    this.shared = new SharedConfiguration(readers(runners));
  }

  /** The evidence for the workload's dependencies, that of its configuration included. */
  Stream<Evidence> workload(Runner runner) {
    var configured =
        configuration(runner).entrySet().stream()
            .flatMap(
                entry ->
                    state.find(entry.getKey(), Configuration.class).stream()
                        .flatMap(found -> from(runner, found, entry.getValue())));
    return Stream.concat(runner.evidence().stream(), configured);
  }

  private Stream<Evidence> from(Runner runner, Configuration found, Set<String> keys) {
    boolean whole = keys.isEmpty();
    return found.evidence().stream()
        .filter(one -> whole || keys.contains(ConfigPlace.key(one.place())))
        .map(one -> whole ? shared.judge(runner, found, one) : one);
  }

  private static Map<ResourceRef, Integer> readers(List<Runner> runners) {
    var readers = new HashMap<ResourceRef, Integer>();
    for (Runner runner : runners) {
      configuration(runner)
          .forEach(
              (ref, keys) -> {
                if (keys.isEmpty()) {
                  readers.merge(ref, 1, Integer::sum);
                }
              });
    }
    return readers;
  }

  /** Each object with the keys that are read of it; none for the whole. */
  private static Map<ResourceRef, Set<String>> configuration(Runner runner) {
    var keys = new HashMap<ResourceRef, Set<String>>();
    var whole = new HashSet<ResourceRef>();
    for (Reference reference : runner.references()) {
      if (!CONFIGURATION.contains(reference.target())
          || reference.use() == Reference.Use.IMAGE_PULL) {
        continue;
      }
      var ref = runner.ref().sibling(reference.target(), reference.name());
      var read = keys.computeIfAbsent(ref, r -> new HashSet<>());
      reference.key().ifPresentOrElse(read::add, () -> whole.add(ref));
    }
    whole.forEach(ref -> keys.put(ref, Set.of()));
    return keys;
  }
}
