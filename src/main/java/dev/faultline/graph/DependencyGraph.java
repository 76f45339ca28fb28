package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jgrapht.Graph;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.jspecify.annotations.Nullable;

/** Who depends on whom in one cluster at one moment, each edge with its evidence. */
public final class DependencyGraph {

  private static final Set<EdgeClass> DRAWN =
      Set.of(EdgeClass.APPLICATION, EdgeClass.STORE, EdgeClass.MESSAGING);

  /** Nothing is known to depend on anything. */
  public static final DependencyGraph NOTHING = of(List.of());

  private final List<Dependency> dependencies;
  private final Optional<DeclaredEdges> declared;
  private final Map<ResourceRef, List<Entry>> entries;

  /** Made when it is first asked for: most states are followed by another before that. */
  private volatile @Nullable Graph<ResourceRef, DefaultEdge> drawn;

  private DependencyGraph(
      List<Dependency> dependencies,
      Optional<DeclaredEdges> declared,
      Map<ResourceRef, List<Entry>> entries) {
    this.dependencies = dependencies;
    this.entries = entries;
    this.declared = declared;
  }

  private Graph<ResourceRef, DefaultEdge> drawn() {
    var known = drawn;
    if (known == null) {
      known = draw(dependencies);
      drawn = known;
    }
    return known;
  }

  private static Graph<ResourceRef, DefaultEdge> draw(List<Dependency> dependencies) {
    var drawn = new SimpleDirectedGraph<ResourceRef, DefaultEdge>(DefaultEdge.class);
    for (Dependency dependency : dependencies) {
      var callee = end(dependency.callee());
      if (isDrawnAtFirst(dependency) && callee.isPresent()) {
        drawn.addVertex(dependency.caller());
        drawn.addVertex(callee.get());
        drawn.addEdge(dependency.caller(), callee.get());
      }
    }
    return drawn;
  }

  public static DependencyGraph of(ClusterState state) {
    return of(DeclaredEdges.of(state));
  }

  /** That of a later state, in which only what changed is looked at anew. */
  public DependencyGraph next(ClusterState state) {
    return of(declared.map(edges -> edges.next(state)).orElseGet(() -> DeclaredEdges.of(state)));
  }

  private static DependencyGraph of(DeclaredEdges edges) {
    return new DependencyGraph(edges.dependencies(), Optional.of(edges), edges.entries());
  }

  /** The same cluster with other edges. */
  DependencyGraph with(List<Dependency> others) {
    return new DependencyGraph(List.copyOf(others), Optional.empty(), entries);
  }

  /** A graph of edges that are known already. */
  static DependencyGraph of(List<Dependency> dependencies) {
    return new DependencyGraph(List.copyOf(dependencies), Optional.empty(), Map.of());
  }

  /** Every edge, the weak ones too, sorted by caller and callee. */
  public List<Dependency> dependencies() {
    return dependencies;
  }

  /** The edges that are drawn at first: not weak, inside the cluster, of the application's own. */
  public List<Dependency> drawnAtFirst() {
    return dependencies.stream().filter(DependencyGraph::isDrawnAtFirst).toList();
  }

  public static boolean isDrawnAtFirst(Dependency dependency) {
    return DRAWN.contains(dependency.edgeClass()) && dependency.strength() != Strength.WEAK;
  }

  /** What lets calls come to the workload, or to a Service with nothing behind it. */
  public List<Entry> entriesTo(ResourceRef workload) {
    return entries.getOrDefault(workload, List.of());
  }

  /** Whether whoever is outside the cluster may call it. */
  public boolean isCalledFromOutside(ResourceRef workload) {
    return entriesTo(workload).stream().anyMatch(Entry::isFromOutside);
  }

  /** All that others than workloads call, with what lets them in. */
  public SortedMap<ResourceRef, List<Entry>> entries() {
    return Collections.unmodifiableSortedMap(new TreeMap<>(entries));
  }

  /** The edges that begin at the workload. */
  public List<Dependency> dependenciesOf(ResourceRef workload) {
    return dependencies.stream().filter(one -> one.caller().equals(workload)).toList();
  }

  /** The edges that end at the workload, or at the Service. */
  public List<Dependency> dependentsOf(ResourceRef callee) {
    return dependencies.stream().filter(one -> leadsTo(one.callee(), callee)).toList();
  }

  /** What the workload needs, directly or through others, nearest first; drawn edges only. */
  public List<Reached> dependenciesOf(ResourceRef workload, int depth) {
    return reach(drawn(), workload, depth);
  }

  /** What is hurt if the workload fails, nearest first; drawn edges only. */
  public List<Reached> dependentsOf(ResourceRef workload, int depth) {
    return reach(new EdgeReversedGraph<>(drawn()), workload, depth);
  }

  /**
   * How many of some workloads are hurt if one of others fails, for each of those; drawn edges
   * only. Asked for many at once that is far quicker than one by one.
   */
  public Map<ResourceRef, Integer> countDependents(
      Collection<ResourceRef> failing, Set<ResourceRef> among) {
    return new DependentCounter(dependencies, among).count(failing);
  }

  /** The shortest way from one to the other, drawn edges only; empty if there is none. */
  public List<Dependency> path(ResourceRef from, ResourceRef to) {
    var graph = drawn();
    if (from.equals(to) || !graph.containsVertex(from) || !graph.containsVertex(to)) {
      return List.of();
    }
    var way = new BFSShortestPath<>(graph).getPath(from, to);
    var edges = new ArrayList<Dependency>();
    if (way != null) {
      var stops = way.getVertexList();
      for (int i = 1; i < stops.size(); i++) {
        edge(stops.get(i - 1), stops.get(i)).ifPresent(edges::add);
      }
    }
    return List.copyOf(edges);
  }

  private Optional<Dependency> edge(ResourceRef from, ResourceRef to) {
    return dependenciesOf(from).stream()
        .filter(DependencyGraph::isDrawnAtFirst)
        .filter(one -> end(one.callee()).equals(Optional.of(to)))
        .findFirst();
  }

  private static List<Reached> reach(
      Graph<ResourceRef, DefaultEdge> graph, ResourceRef start, int depth) {
    if (!graph.containsVertex(start)) {
      return List.of();
    }
    var reached = new ArrayList<Reached>();
    var walk = new BreadthFirstIterator<>(graph, start);
    while (walk.hasNext()) {
      var ref = walk.next();
      int distance = walk.getDepth(ref);
      if (distance > depth) {
        break;
      }
      if (distance > 0) {
        reached.add(new Reached(ref, distance));
      }
    }
    return List.copyOf(reached);
  }

  /** The workload or Service that an edge ends at; empty for a host outside. */
  public static Optional<ResourceRef> end(Callee callee) {
    return switch (callee) {
      case Callee.ToWorkload to -> Optional.of(to.workload());
      case Callee.ToService to -> Optional.of(to.service());
      case Callee.ToExternal ignored -> Optional.empty();
    };
  }

  private static boolean leadsTo(Callee callee, ResourceRef ref) {
    return switch (callee) {
      case Callee.ToWorkload to -> to.workload().equals(ref) || to.through().contains(ref);
      case Callee.ToService to -> to.service().equals(ref);
      case Callee.ToExternal ignored -> false;
    };
  }
}
