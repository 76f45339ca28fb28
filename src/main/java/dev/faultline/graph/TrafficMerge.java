package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.traffic.Sighting;
import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Joins what was seen with what is declared: one edge, whatever it is known by. */
public final class TrafficMerge {

  private static final int MOST_NAMES = 5;

  private final PeerMatcher peers;
  private final ObservedEdges edges;
  private final Set<String> namespaces;
  private final Set<String> notes = new LinkedHashSet<>();
  private final Map<String, Set<String>> elsewhere = new TreeMap<>();

  private TrafficMerge(PeerMatcher peers, List<Dependency> declared, Set<String> namespaces) {
    this.peers = peers;
    this.namespaces = namespaces;
    this.edges = new ObservedEdges(declared);
  }

  /** Names of spans that are plain without asking a source for more. */
  public static Set<String> plainNames(ClusterState state, Map<String, String> mapping) {
    return new PeerMatcher(state, Runner.all(state).toList(), mapping).plainNames();
  }

  /**
   * @param mapping of names of spans to {@code namespace/name}, by the user
   */
  public static ObservedGraph merge(
      ClusterState state,
      DependencyGraph declared,
      List<TrafficReport> reports,
      Map<String, String> mapping) {
    var runners = Runner.all(state).toList();
    var merge =
        new TrafficMerge(
            new PeerMatcher(state, runners, mapping), declared.dependencies(), state.namespaces());
    var undirected = new ArrayList<Runnable>();
    for (TrafficReport report : reports) {
      for (TrafficEdge edge : report.edges()) {
        if (edge.directed()) {
          merge.add(edge, report.source());
        } else {
          undirected.add(() -> merge.add(edge, report.source()));
        }
      }
    }
    // Who calls whom is clear where another source or a setting says so: those come first.
    undirected.forEach(Runnable::run);
    return new ObservedGraph(declared.with(merge.edges.dependencies()), merge.allNotes());
  }

  private void add(TrafficEdge edge, String source) {
    if (isElsewhere(edge)) {
      return;
    }
    var caller = peers.find(edge.caller(), namespace(edge.callee()));
    if (!(caller instanceof Peer.Inside inside) || inside.runners().size() != 1) {
      unmatched(edge, edge.caller(), caller);
      return;
    }
    var from = inside.runners().getFirst();
    var sighting = new Sighting(edge.via(), source, edge.figures(), edge.seen());
    switch (peers.find(edge.callee(), from.ref().namespace())) {
      case Peer.Inside callees ->
          callees.runners().forEach(to -> join(from, to, callees, edge, sighting));
      case Peer.Bare bare ->
          edges.see(
              from,
              new Callee.ToService(bare.ref()),
              bare.destination() instanceof Destination.Operated operated
                  ? operated.edgeClass()
                  : EdgeClassifier.toService(from, bare.ref(), List.of()),
              sighting);
      case Peer.Outside outside ->
          edges.see(from, new Callee.ToExternal(outside.host()), EdgeClass.EXTERNAL, sighting);
      case Peer.Unmatched unmatched -> unmatched(edge, edge.callee(), unmatched);
    }
  }

  /** An end in a namespace of which nothing is known here: perhaps it was not asked for. */
  private boolean isElsewhere(TrafficEdge edge) {
    var unknown =
        Stream.of(edge.caller(), edge.callee())
            .map(TrafficMerge::namespace)
            .filter(name -> !name.isEmpty() && !namespaces.contains(name))
            .toList();
    if (!unknown.isEmpty()) {
      elsewhere.computeIfAbsent(edge.via(), via -> new TreeSet<>()).addAll(unknown);
    }
    return !unknown.isEmpty();
  }

  private List<String> allNotes() {
    var all = new ArrayList<>(notes);
    elsewhere.forEach(
        (via, names) ->
            all.add(
                via
                    + ": traffic with "
                    + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
                    + (names.size() > MOST_NAMES ? " and other namespaces" : "")
                    + " is left out, as nothing is known of what runs there"));
    return all;
  }

  private void join(
      Runner from, Runner to, Peer.Inside callees, TrafficEdge edge, Sighting sighting) {
    if (from.ref().equals(to.ref())) {
      return;
    }
    var callee = new Callee.ToWorkload(to.ref(), callees.through());
    if (edge.directed()) {
      edges.see(from, callee, EdgeClassifier.toWorkload(from, to, List.of()), sighting);
    } else if (!edges.confirm(from, to, sighting)) {
      notes.add(
          edge.via()
              + ": "
              + smaller(from, to)
              + " talk to each other; which of them calls is not known");
    }
  }

  private static String smaller(Runner one, Runner other) {
    var a = one.ref().path();
    var b = other.ref().path();
    return a.compareTo(b) < 0 ? a + " and " + b : b + " and " + a;
  }

  private void unmatched(TrafficEdge edge, TrafficPeer named, Peer found) {
    var reason =
        switch (found) {
          case Peer.Unmatched none -> none.reason();
          case Peer.Inside ignored -> "is a Service of several workloads, and one of them called";
          case Peer.Bare ignored -> "is no workload here";
          case Peer.Outside ignored -> "is no workload here";
        };
    notes.add(edge.via() + ": " + named.describe() + " " + reason);
  }

  private static String namespace(TrafficPeer peer) {
    return switch (peer) {
      case TrafficPeer.OfWorkload workload -> workload.namespace();
      case TrafficPeer.OfService service -> service.namespace();
      case TrafficPeer.OfHost ignored -> "";
      case TrafficPeer.OfSpans ignored -> "";
      case TrafficPeer.Unseen ignored -> "";
    };
  }
}
