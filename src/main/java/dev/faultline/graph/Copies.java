package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Configuration;
import dev.faultline.model.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One text in several ConfigMaps: charts give each workload a ConfigMap of its own, and write the
 * same list of all addresses into each. Who reads a copy reads what the others read.
 *
 * @param sharing each part that is copied, with all that hold the same, itself included
 */
record Copies(Map<Part, List<Part>> sharing) {

  /** What of the state is written more than once, of what somebody reads. */
  static Copies of(ClusterState state, Set<Part> read) {
    var alike = new HashMap<Map<String, String>, List<Part>>();
    read.stream()
        .sorted(Part.ORDER)
        .forEach(
            part ->
                text(state, part)
                    .ifPresent(
                        text -> alike.computeIfAbsent(text, t -> new ArrayList<>()).add(part)));
    var sharing = new HashMap<Part, List<Part>>();
    alike.values().stream()
        .filter(parts -> parts.size() > 1)
        .forEach(parts -> parts.forEach(part -> sharing.put(part, parts)));
    return new Copies(sharing);
  }

  /** The part and its copies. */
  List<Part> with(Part part) {
    return sharing.getOrDefault(part, List.of(part));
  }

  /** Hashes by key, of a ConfigMap that names somebody: many name nobody, and are alike in that. */
  private static Optional<Map<String, String>> text(ClusterState state, Part part) {
    return Optional.of(part.configuration())
        .filter(ref -> ref.kind().equals(Kind.CONFIG_MAP))
        .flatMap(ref -> state.find(ref, Configuration.class))
        .filter(found -> found.evidence().stream().anyMatch(part::holds))
        .map(found -> part.isWhole() ? found.keys() : only(found, part.key()))
        .filter(hashes -> !hashes.isEmpty());
  }

  private static Map<String, String> only(Configuration found, String key) {
    var hash = found.keys().get(key);
    return hash == null ? Map.of() : Map.of(key, hash);
  }
}
