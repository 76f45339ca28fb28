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
import java.util.TreeMap;

/**
 * One text in several ConfigMaps: charts give each workload a ConfigMap of its own, and write the
 * same list of all addresses into each. Who reads a copy reads what the others read. From one state
 * to the next only those ConfigMaps are looked at anew that changed.
 */
final class Copies {

  private static final Copies NONE = new Copies(Map.of(), Map.of());

  /** Hashes by key, of a ConfigMap that names somebody: many name nobody, and are alike in that. */
  private record Text(Configuration from, Map<String, String> hashes) {
    static Text of(Part part, Configuration found) {
      if (found.evidence().stream().noneMatch(part::holds)) {
        return new Text(found, Map.of());
      }
      var hash = found.keys().get(part.key());
      var one = hash == null ? Map.<String, String>of() : Map.of(part.key(), hash);
      return new Text(found, part.isWhole() ? found.keys() : one);
    }
  }

  private final Map<Part, Text> texts;
  private final Map<Part, List<Part>> sharing;

  private Copies(Map<Part, Text> texts, Map<Part, List<Part>> sharing) {
    this.texts = texts;
    this.sharing = sharing;
  }

  /** What of the state is written more than once, of what somebody reads. */
  static Copies of(ClusterState state, Set<Part> read) {
    return NONE.next(state, read);
  }

  /** That of a later state. */
  Copies next(ClusterState state, Set<Part> read) {
    var now = new HashMap<Part, Text>();
    for (Part part : read) {
      configuration(state, part).ifPresent(found -> now.put(part, text(part, found)));
    }
    return new Copies(now, saysTheSame(now) ? sharing : sharing(now));
  }

  /** Whether the same parts are copies of each other. */
  boolean areAs(Copies other) {
    return sharing.equals(other.sharing);
  }

  /** The part and its copies. */
  List<Part> with(Part part) {
    return sharing.getOrDefault(part, List.of(part));
  }

  private static Optional<Configuration> configuration(ClusterState state, Part part) {
    return part.configuration().kind().equals(Kind.CONFIG_MAP)
        ? state.find(part.configuration(), Configuration.class)
        : Optional.empty();
  }

  private Text text(Part part, Configuration found) {
    var known = texts.get(part);
    return known != null && known.from() == found ? known : Text.of(part, found);
  }

  private boolean saysTheSame(Map<Part, Text> now) {
    return now.size() == texts.size()
        && now.entrySet().stream().allMatch(entry -> isKnown(entry.getKey(), entry.getValue()));
  }

  private boolean isKnown(Part part, Text text) {
    var known = texts.get(part);
    return known != null && (known == text || known.hashes().equals(text.hashes()));
  }

  private static Map<Part, List<Part>> sharing(Map<Part, Text> texts) {
    var alike = new HashMap<Map<String, String>, List<Part>>();
    var ordered = new TreeMap<Part, Text>(Part.ORDER);
    ordered.putAll(texts);
    ordered.forEach(
        (part, text) -> {
          if (!text.hashes().isEmpty()) {
            alike.computeIfAbsent(text.hashes(), hashes -> new ArrayList<>()).add(part);
          }
        });
    var sharing = new HashMap<Part, List<Part>>();
    alike.values().stream()
        .filter(parts -> parts.size() > 1)
        .forEach(parts -> parts.forEach(part -> sharing.put(part, parts)));
    return sharing;
  }
}
