package dev.faultline.graph.layout;

import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Provenance;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Folds groups of a map into one node each: its services are counted, and what leads in and out
 * becomes one arrow for each other group, folded or not. A host outside that only folded groups
 * call is left out; it is seen once one of them is opened.
 */
public final class Folding {

  private final MapContent content;
  private final Set<GroupId> folded;

  private Folding(MapContent content, Set<GroupId> folded) {
    this.content = content;
    this.folded = folded;
  }

  /** The content with those groups folded that the choice says. */
  public static MapContent fold(MapContent content, Folds folds) {
    var groups = groups(content);
    var folded = new HashSet<GroupId>();
    for (GroupId group : groups) {
      if (folds.isFolded(group, content.nodes().size(), groups.size())) {
        folded.add(group);
      }
    }
    return folded.isEmpty() ? content : new Folding(content, folded).fold();
  }

  /** The groups that services of the content are in. */
  public static Set<GroupId> groups(MapContent content) {
    var groups = new HashSet<GroupId>();
    content
        .nodes()
        .keySet()
        .forEach(subject -> content.groups().of(subject).ifPresent(groups::add));
    return groups;
  }

  private MapContent fold() {
    var edges = new TreeMap<Line, EdgeFacts>();
    content
        .edges()
        .forEach(
            (line, facts) -> {
              var from = end(line.from(), line.to());
              var to = end(line.to(), line.from());
              if (!from.equals(to)) {
                edges.merge(new Line(from, to), facts, Folding::together);
              }
            });
    removeHiddenHosts(edges);
    var nodes = new TreeMap<MapSubject, NodeFacts>();
    var members = new HashMap<MapSubject, java.util.ArrayList<NodeFacts>>();
    content
        .nodes()
        .forEach(
            (subject, facts) -> {
              var end = end(subject);
              if (end instanceof MapSubject.Folded) {
                members.computeIfAbsent(end, e -> new java.util.ArrayList<>()).add(facts);
              } else if (!(subject instanceof MapSubject.Outside) || isEnd(edges, subject)) {
                nodes.put(subject, facts);
              }
            });
    members.forEach((group, facts) -> nodes.put(group, summary(facts)));
    return content.with(nodes, edges);
  }

  /** Hosts that nothing but folded groups lead to. */
  private static void removeHiddenHosts(Map<Line, EdgeFacts> edges) {
    var seen = new HashSet<MapSubject>();
    edges.keySet().stream()
        .filter(line -> line.from() instanceof MapSubject.InCluster)
        .map(Line::to)
        .forEach(seen::add);
    edges
        .keySet()
        .removeIf(line -> line.to() instanceof MapSubject.Outside && !seen.contains(line.to()));
  }

  private static boolean isEnd(Map<Line, EdgeFacts> edges, MapSubject subject) {
    return edges.keySet().stream().anyMatch(line -> line.to().equals(subject));
  }

  /** An arrow from or to a folded group leads to a whole group at its other end as well. */
  private MapSubject end(MapSubject subject, MapSubject other) {
    boolean whole = isFolded(other) && !(subject instanceof MapSubject.Outside);
    return whole
        ? content.groups().of(subject).<MapSubject>map(MapSubject.Folded::new).orElse(subject)
        : end(subject);
  }

  private boolean isFolded(MapSubject subject) {
    return content.groups().of(subject).filter(folded::contains).isPresent();
  }

  private MapSubject end(MapSubject subject) {
    return content
        .groups()
        .of(subject)
        .filter(folded::contains)
        .<MapSubject>map(MapSubject.Folded::new)
        .orElse(subject);
  }

  private static EdgeFacts together(EdgeFacts one, EdgeFacts other) {
    return new EdgeFacts(
        silence(other.dependency()) < silence(one.dependency())
            ? other.dependency()
            : one.dependency(),
        one.count() + other.count(),
        worst(List.of(one.status(), other.status())),
        one.weight().orElse(0) < other.weight().orElse(0) ? other.weight() : one.weight(),
        together(one.difference(), other.difference()));
  }

  /** Arrows that differ alike make one that differs so; else it is said how many do. */
  private static Optional<Difference> together(
      Optional<Difference> one, Optional<Difference> other) {
    if (one.equals(other) && one.filter(Difference.Within.class::isInstance).isEmpty()) {
      return one;
    }
    int count = differing(one) + differing(other);
    return Optional.of(new Difference.Within(count));
  }

  private static int differing(Optional<Difference> one) {
    return one.map(some -> some instanceof Difference.Within within ? within.count() : 1).orElse(0);
  }

  /** Where traffic goes over one of many, it goes over all of them together. */
  private static int silence(Dependency dependency) {
    if (!dependency.sightings().isEmpty()) {
      return dependency.isQuiet() ? 1 : 0;
    }
    return dependency.provenance() == Provenance.ALLOWED ? 3 : 2;
  }

  private static NodeFacts summary(List<NodeFacts> members) {
    var byStatus = new TreeMap<Status, Integer>();
    members.forEach(one -> byStatus.merge(one.status(), 1, Integer::sum));
    var changes = members.stream().flatMap(one -> one.changed().stream()).toList();
    var counted =
        new Members(
            members.size(),
            members.stream().mapToInt(NodeFacts::pods).sum(),
            byStatus,
            changes.size());
    return new NodeFacts(
        NodeSort.FOLDED,
        "",
        "",
        counted.pods(),
        worst(byStatus.keySet()),
        changes.stream().min(Comparator.<Duration>naturalOrder()),
        Optional.of(counted),
        differing(members),
        Optional.empty(),
        members.stream().anyMatch(NodeFacts::entry));
  }

  private static Optional<Difference> differing(List<NodeFacts> members) {
    int count = (int) members.stream().filter(one -> one.difference().isPresent()).count();
    return count == 0 ? Optional.empty() : Optional.of(new Difference.Within(count));
  }

  /** A group is well if one of its services is, and none is unwell: idle ones do not count. */
  private static Status worst(Iterable<Status> all) {
    var found = new HashSet<Status>();
    all.forEach(found::add);
    return Stream.of(
            Status.FAILING,
            Status.DEGRADED,
            Status.UNKNOWN,
            Status.PROGRESSING,
            Status.HEALTHY,
            Status.PAUSED,
            Status.IDLE)
        .filter(found::contains)
        .findFirst()
        .orElse(Status.UNKNOWN);
  }
}
