package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapComparison;
import dev.faultline.graph.layout.MapSide;
import dev.faultline.workspace.Workspace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Which sides can be compared, and which two are most likely meant. Made with each picture, in the
 * background: thousands of services are not gone through on the FX thread.
 */
final class ComparableSides {

  static final ComparableSides NONE = new ComparableSides(Workspace.EMPTY);

  private final TreeMap<MapSide, Set<String>> services = new TreeMap<>();
  private final boolean severalClusters;

  ComparableSides(Workspace workspace) {
    this.severalClusters = workspace.clusters().size() > 1;
    var sides = new HashMap<MapSide, Set<String>>();
    workspace
        .services()
        .forEach(
            service -> {
              var ref = service.ref();
              var name = ref.kind().name() + "/" + ref.name();
              add(sides, new MapSide(ref.cluster(), Optional.of(ref.namespace())), name);
              if (severalClusters) {
                add(sides, new MapSide(ref.cluster(), Optional.empty()), name);
              }
            });
    services.putAll(sides);
  }

  private static void add(Map<MapSide, Set<String>> sides, MapSide side, String name) {
    sides.computeIfAbsent(side, s -> new HashSet<>()).add(name);
  }

  boolean hasSeveralClusters() {
    return severalClusters;
  }

  /** Whether there are two that can be compared. */
  boolean areAny() {
    return !services.isEmpty() && services.keySet().stream().anyMatch(one -> hasOther(one));
  }

  private boolean hasOther(MapSide side) {
    return services.keySet().stream().anyMatch(other -> isOther(side, other));
  }

  private static boolean isOther(MapSide side, MapSide other) {
    return other.namespace().isPresent() == side.namespace().isPresent() && !other.equals(side);
  }

  /** All of them, clusters before their namespaces. */
  List<MapSide> all() {
    return List.copyOf(services.keySet());
  }

  /** Those that the side can be compared with. */
  List<MapSide> others(MapSide side) {
    return services.keySet().stream().filter(other -> isOther(side, other)).toList();
  }

  /** The one that has most services in common with the side. */
  Optional<MapSide> mostAlike(MapSide side) {
    return mostAlike(side, services.keySet());
  }

  private Optional<MapSide> mostAlike(MapSide side, Collection<MapSide> among) {
    var own = names(side);
    var common = new HashMap<MapSide, Integer>();
    among.stream()
        .filter(other -> isOther(side, other))
        .forEach(other -> common.put(other, common(own, other)));
    return common.entrySet().stream()
        .max(
            Map.Entry.<MapSide, Integer>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
        .map(Map.Entry::getKey);
  }

  private int common(Set<String> own, MapSide other) {
    var theirs = names(other);
    return (int) own.stream().filter(theirs::contains).count();
  }

  /**
   * What is most likely meant by someone who looks at these namespaces: two of them, or the one
   * beside that which is most like it; of all, the two clusters, or the two namespaces most alike.
   */
  Optional<MapComparison> likely(Set<String> namespaces) {
    var looked =
        services.keySet().stream()
            .filter(side -> side.namespace().filter(namespaces::contains).isPresent())
            .toList();
    if (!looked.isEmpty()) {
      var left = looked.getFirst();
      return mostAlike(left, looked).or(() -> mostAlike(left)).map(right -> both(left, right));
    }
    var clusters = services.keySet().stream().filter(side -> side.namespace().isEmpty()).toList();
    return namespaces.isEmpty() && clusters.size() > 1
        ? mostAlike(clusters.getFirst()).map(right -> both(clusters.getFirst(), right))
        : mostShared();
  }

  private static MapComparison both(MapSide left, MapSide right) {
    return new MapComparison(left, right, false);
  }

  /** Counted service by service: to hold each side against each other would take too long. */
  private Optional<MapComparison> mostShared() {
    var sides = all();
    var named = new HashMap<String, List<Integer>>();
    for (int i = 0; i < sides.size(); i++) {
      for (String name : names(sides.get(i))) {
        named.computeIfAbsent(name, n -> new ArrayList<>()).add(i);
      }
    }
    long most = -1;
    Optional<MapComparison> found = Optional.empty();
    for (int i = 0; i < sides.size(); i++) {
      var common = new int[sides.size()];
      for (String name : names(sides.get(i))) {
        named.getOrDefault(name, List.of()).forEach(other -> common[other]++);
      }
      for (int j = i + 1; j < sides.size(); j++) {
        // Of those that share as much the larger ones: nobody means two that hold hardly anything.
        long size = names(sides.get(i)).size() + (long) names(sides.get(j)).size();
        long likeness = ((long) common[j] << Integer.SIZE) + size;
        if (likeness > most && isOther(sides.get(i), sides.get(j))) {
          most = likeness;
          found = Optional.of(both(sides.get(i), sides.get(j)));
        }
      }
    }
    return found;
  }

  private Set<String> names(MapSide side) {
    return services.getOrDefault(side, Set.of());
  }
}
