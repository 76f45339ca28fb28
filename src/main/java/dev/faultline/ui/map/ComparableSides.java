package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapComparison;
import dev.faultline.graph.layout.MapSide;
import dev.faultline.model.Service;
import dev.faultline.workspace.Workspace;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Which sides can be compared, and which two are most likely meant. */
final class ComparableSides {

  private final TreeMap<MapSide, Set<String>> services = new TreeMap<>();

  ComparableSides(Workspace workspace) {
    boolean several = workspace.clusters().size() > 1;
    workspace
        .services()
        .forEach(
            service -> {
              var ref = service.ref();
              add(new MapSide(ref.cluster(), Optional.of(ref.namespace())), service);
              if (several) {
                add(new MapSide(ref.cluster(), Optional.empty()), service);
              }
            });
  }

  private void add(MapSide side, Service service) {
    services
        .computeIfAbsent(side, s -> new HashSet<>())
        .add(service.ref().kind().name() + "/" + service.ref().name());
  }

  boolean hasSeveralClusters() {
    return services.keySet().stream().map(MapSide::cluster).distinct().count() > 1;
  }

  /** All of them, clusters before their namespaces. */
  List<MapSide> all() {
    return List.copyOf(services.keySet());
  }

  /** Those that the side can be compared with. */
  List<MapSide> others(MapSide side) {
    return services.keySet().stream()
        .filter(other -> other.namespace().isPresent() == side.namespace().isPresent())
        .filter(other -> !other.equals(side))
        .toList();
  }

  /** The one that has most services in common with the side. */
  Optional<MapSide> mostAlike(MapSide side) {
    return others(side).stream()
        .max(
            Comparator.comparingInt((MapSide other) -> common(side, other))
                .thenComparing(Comparator.reverseOrder()));
  }

  /**
   * What is most likely meant by someone who looks at these namespaces: the one of them beside that
   * which is most like it; of all, the two clusters, or the two namespaces most alike.
   */
  Optional<MapComparison> likely(Set<String> namespaces) {
    var looked =
        services.keySet().stream()
            .filter(side -> side.namespace().filter(namespaces::contains).isPresent());
    var clusters = services.keySet().stream().filter(side -> side.namespace().isEmpty());
    return Stream.concat(looked, namespaces.isEmpty() ? clusters : Stream.empty())
        .findFirst()
        .or(this::mostShared)
        .flatMap(left -> mostAlike(left).map(right -> new MapComparison(left, right, false)));
  }

  private Optional<MapSide> mostShared() {
    return services.keySet().stream()
        .filter(side -> !others(side).isEmpty())
        .max(
            Comparator.comparingInt(
                    (MapSide side) -> mostAlike(side).map(other -> common(side, other)).orElse(0))
                .thenComparing(Comparator.reverseOrder()));
  }

  private int common(MapSide one, MapSide other) {
    var both = new HashSet<>(services.getOrDefault(one, Set.of()));
    both.retainAll(services.getOrDefault(other, Set.of()));
    return both.size();
  }
}
