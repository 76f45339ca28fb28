package dev.faultline.graph;

import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import dev.faultline.model.Provenance;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gathers all evidence for the edges of one caller, each into one dependency. */
final class EdgeCollector {

  private static final Comparator<Evidence> STRONGEST_FIRST =
      Comparator.comparing(Evidence::strength)
          .reversed()
          .thenComparing(Evidence::at)
          .thenComparing(Evidence::place)
          .thenComparing(one -> one.names().host());

  private static final String ITSELF = "a name of the caller itself";

  /** An edge in the making. */
  private static final class Edge {
    private final Destination destination;
    private final Optional<Runner> callee;
    private final Set<ResourceRef> through = new TreeSet<>();
    private final Set<Evidence> declared = new LinkedHashSet<>();
    private final Set<Evidence> allowed = new LinkedHashSet<>();
    private final Map<Evidence, EdgeClass> purposes = new HashMap<>();

    Edge(Destination destination, Optional<Runner> callee) {
      this.destination = destination;
      this.callee = callee;
    }
  }

  private final Runner caller;
  private final World world;
  private final Map<String, Edge> edges = new LinkedHashMap<>();

  EdgeCollector(Runner caller, World world) {
    this.caller = caller;
    this.world = world;
  }

  /** The caller's text names the destination. */
  void declared(Destination destination, Evidence evidence) {
    declared(destination, evidence, Optional.empty());
  }

  /** A routing object makes the caller call the destination. */
  void routed(Routes.Route route) {
    declared(route.destination(), route.evidence(), route.purpose());
  }

  private void declared(Destination destination, Evidence evidence, Optional<EdgeClass> purpose) {
    var counted = leadsBack(destination) ? evidence.weakenedBecause(ITSELF) : evidence;
    for (Edge edge : edges(destination)) {
      edge.declared.add(counted);
      purpose.ifPresent(known -> edge.purposes.put(counted, known));
    }
  }

  private List<Edge> edges(Destination destination) {
    return switch (destination) {
      case Destination.Inside inside -> inside(inside);
      case Destination.Selected selected -> to(selected, selected.behind());
      case Destination.Operated operated ->
          List.of(edge(operated, Optional.empty(), operated.resource().toString()));
      case Destination.Outside outside ->
          List.of(edge(outside, Optional.empty(), "ext:" + outside.host()));
      // Not deployed here: no edge.
      case Destination.Nowhere ignored -> List.of();
    };
  }

  /** A policy lets the caller reach the callee. */
  void allowed(Runner callee, Evidence evidence) {
    var nowhere = new Destination.Nowhere();
    edge(nowhere, Optional.of(callee), callee.ref().toString()).allowed.add(evidence);
  }

  /** Sorted by callee. */
  List<Dependency> dependencies() {
    var all = new ArrayList<Dependency>();
    edges.values().forEach(edge -> finish(edge).ifPresent(all::add));
    all.sort(Comparator.comparing(dependency -> dependency.callee().path()));
    return List.copyOf(all);
  }

  private List<Edge> inside(Destination.Inside inside) {
    var service = inside.service().ref();
    if (inside.behind().isEmpty()) {
      return List.of(edge(inside, Optional.empty(), service.toString()));
    }
    var edges = to(inside, inside.behind());
    edges.forEach(edge -> edge.through.add(service));
    return edges;
  }

  /** To all but the caller itself. */
  private List<Edge> to(Destination destination, List<Runner> behind) {
    var edges = new ArrayList<Edge>();
    for (Runner callee : behind) {
      if (!isCaller(callee)) {
        edges.add(edge(destination, Optional.of(callee), callee.ref().toString()));
      }
    }
    return edges;
  }

  private boolean leadsBack(Destination destination) {
    return switch (destination) {
      case Destination.Inside inside -> inside.behind().stream().anyMatch(this::isCaller);
      case Destination.Selected selected -> selected.behind().stream().anyMatch(this::isCaller);
      case Destination.Operated ignored -> false;
      case Destination.Outside ignored -> false;
      case Destination.Nowhere ignored -> false;
    };
  }

  private boolean isCaller(Runner runner) {
    return runner.ref().equals(caller.ref());
  }

  private Edge edge(Destination destination, Optional<Runner> callee, String target) {
    return edges.computeIfAbsent(target, key -> new Edge(destination, callee));
  }

  private Optional<Dependency> finish(Edge edge) {
    var all = new ArrayList<Evidence>(edge.declared);
    all.addAll(edge.allowed);
    all.sort(STRONGEST_FIRST);
    var strength = all.getFirst().strength();
    boolean declared = edge.declared.stream().anyMatch(one -> one.strength() == strength);
    var provenance = declared ? Provenance.DECLARED : Provenance.ALLOWED;
    return callee(edge)
        .map(
            callee ->
                new Dependency(
                    caller.ref(), callee, edgeClass(edge, callee, all), provenance, strength, all));
  }

  private static Optional<Callee> callee(Edge edge) {
    if (edge.callee.isPresent()) {
      var workload = edge.callee.get().ref();
      return Optional.of(new Callee.ToWorkload(workload, List.copyOf(edge.through)));
    }
    return switch (edge.destination) {
      case Destination.Inside inside -> Optional.of(new Callee.ToService(inside.service().ref()));
      case Destination.Operated operated -> Optional.of(new Callee.ToService(operated.resource()));
      case Destination.Outside outside -> Optional.of(new Callee.ToExternal(outside.host()));
      case Destination.Selected ignored -> Optional.empty();
      case Destination.Nowhere ignored -> Optional.empty();
    };
  }

  private EdgeClass toWorkload(Runner callee, List<Evidence> evidence) {
    return EdgeClassifier.toWorkload(
        caller.ref(), world.runs(caller), callee.ref(), world.runs(callee), evidence);
  }

  /** What the edge is for, if all that speaks for it is routes that tell, and tell the same. */
  private static Optional<EdgeClass> purpose(Edge edge, List<Evidence> evidence) {
    var purposes =
        evidence.stream()
            .map(one -> Optional.ofNullable(edge.purposes.get(one)))
            .distinct()
            .toList();
    return purposes.size() == 1 ? purposes.getFirst() : Optional.empty();
  }

  private EdgeClass edgeClass(Edge edge, Callee callee, List<Evidence> evidence) {
    var firm = evidence.stream().filter(one -> one.strength() != Strength.WEAK).toList();
    var purpose = purpose(edge, firm.isEmpty() ? evidence : firm);
    if (purpose.isPresent()) {
      return purpose.get();
    }
    return switch (callee) {
      case Callee.ToWorkload ignored -> toWorkload(edge.callee.orElseThrow(), firm);
      case Callee.ToService ignored
          when edge.destination instanceof Destination.Operated operated ->
          operated.edgeClass();
      case Callee.ToService to -> EdgeClassifier.toService(caller, to.service(), firm);
      case Callee.ToExternal ignored -> EdgeClass.EXTERNAL;
    };
  }
}
