package dev.faultline.graph.layout;

import dev.faultline.model.Provenance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All that is drawn, and where. Immutable; made anew whenever anything on it changes. */
public final class MapScene {

  public static final MapScene EMPTY = new MapScene(List.of(), List.of(), List.of());

  private final List<MapNode> nodes;
  private final List<MapEdge> edges;
  private final List<MapGroup> groups;
  private final Box bounds;
  private final Map<MapSubject, MapNode> bySubject = new HashMap<>();

  private MapScene(List<MapNode> nodes, List<MapEdge> edges, List<MapGroup> groups) {
    this.nodes = List.copyOf(nodes);
    this.edges = List.copyOf(edges);
    this.groups = List.copyOf(groups);
    nodes.forEach(node -> bySubject.put(node.subject(), node));
    var boxes = new ArrayList<Box>();
    nodes.forEach(node -> boxes.add(node.box()));
    edges.forEach(edge -> boxes.add(edge.route().bounds()));
    groups.forEach(group -> boxes.add(group.box()));
    this.bounds = Box.around(boxes).orElse(Box.NOTHING);
  }

  /** Puts what is to be drawn in its places. */
  public static MapScene of(MapContent content, Placement placement) {
    var nodes =
        content.nodes().entrySet().stream()
            .flatMap(
                entry ->
                    find(placement.boxes(), entry.getKey()).stream()
                        .map(box -> new MapNode(entry.getKey(), box, entry.getValue())))
            .toList();
    var edges = edges(content, placement);
    var members = content.structure().members();
    var groups =
        members.entrySet().stream()
            .flatMap(
                entry ->
                    find(placement.frames(), entry.getKey()).stream()
                        .map(box -> new MapGroup(entry.getKey(), box, entry.getValue().size())))
            .toList();
    return new MapScene(nodes, edges, groups);
  }

  /** What stands out is drawn last, over the others; then what fails. */
  private static List<MapEdge> edges(MapContent content, Placement placement) {
    var drawn = new HashSet<Piece>();
    return content.edges().entrySet().stream()
        .sorted(
            Map.Entry.comparingByValue(
                Comparator.comparingDouble(MapScene::weight)
                    .thenComparing(EdgeFacts::status, Comparator.reverseOrder())))
        .flatMap(
            entry ->
                find(placement.routes(), entry.getKey()).stream()
                    .map(
                        route ->
                            new MapEdge(
                                entry.getKey(),
                                route,
                                route.curves().stream()
                                    .filter(curve -> drawn.add(Piece.of(curve, entry.getValue())))
                                    .toList(),
                                entry.getValue())))
        .toList();
  }

  private static double weight(EdgeFacts facts) {
    return facts.weight().orElse(0);
  }

  /** A curve drawn in one manner. */
  private record Piece(Curve curve, Provenance provenance, boolean quiet, double weight) {
    static Piece of(Curve curve, EdgeFacts facts) {
      var dependency = facts.dependency();
      return new Piece(
          curve, dependency.provenance(), dependency.isQuiet(), MapScene.weight(facts));
    }
  }

  private static <K, V> Optional<V> find(Map<K, V> map, K key) {
    return Optional.ofNullable(map.get(key));
  }

  /** By cluster, namespace and name. */
  public List<MapNode> nodes() {
    return nodes;
  }

  /** In the order in which they are to be drawn. */
  public List<MapEdge> edges() {
    return edges;
  }

  public List<MapGroup> groups() {
    return groups;
  }

  /** Encloses everything. */
  public Box bounds() {
    return bounds;
  }

  public Optional<MapNode> find(MapSubject subject) {
    return Optional.ofNullable(bySubject.get(subject));
  }

  /** The arrow from that node to that other. */
  public Optional<MapEdge> find(Line line) {
    return edges.stream().filter(edge -> edge.line().equals(line)).findFirst();
  }

  /** Whether calls from outside come to any of the nodes. */
  public boolean hasEntries() {
    return nodes.stream().anyMatch(node -> node.facts().entry());
  }

  public boolean isEmpty() {
    return nodes.isEmpty();
  }

  /** The arrows that leave the node. */
  public List<MapEdge> from(MapSubject subject) {
    return edges.stream().filter(edge -> edge.line().from().equals(subject)).toList();
  }

  /** The arrows that lead to the node. */
  public List<MapEdge> to(MapSubject subject) {
    return edges.stream().filter(edge -> edge.line().to().equals(subject)).toList();
  }
}
