package dev.faultline.graph;

import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Provenance;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.traffic.Sighting;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The edges, and the traffic that was seen on each. */
final class ObservedEdges {

  private static final Comparator<Sighting> MOST_TELLING =
      Comparator.<Sighting, Boolean>comparing(one -> one.seen().quiet())
          .thenComparing(one -> one.figures().unit())
          .thenComparing(one -> one.figures().latency().isEmpty())
          .thenComparing(Sighting::via)
          .thenComparing(Sighting::source);

  private record Key(ResourceRef caller, String callee) {}

  /** One way in which the traffic of an edge was counted. */
  private record Counted(String via, String source) {}

  private final Map<Key, Dependency> edges = new LinkedHashMap<>();
  private final Map<Key, Map<Counted, Sighting>> seen = new LinkedHashMap<>();

  ObservedEdges(List<Dependency> declared) {
    declared.forEach(one -> edges.put(new Key(one.caller(), id(one.callee())), one));
  }

  /** Traffic from a caller; makes the edge if nothing declares it. */
  void see(Runner caller, Callee callee, EdgeClass edgeClass, Sighting sighting) {
    var key = new Key(caller.ref(), id(callee));
    edges.merge(
        key,
        new Dependency(
            caller.ref(), callee, edgeClass, Provenance.OBSERVED, Strength.STRONG, List.of()),
        (known, ignored) -> throughBoth(known, callee));
    count(key, sighting);
  }

  /**
   * Traffic between two, of which it is not known who calls: it confirms what is known otherwise.
   *
   * @return whether anything is
   */
  boolean confirm(Runner one, Runner other, Sighting sighting) {
    var either =
        Stream.of(
                new Key(one.ref(), id(new Callee.ToWorkload(other.ref(), List.of()))),
                new Key(other.ref(), id(new Callee.ToWorkload(one.ref(), List.of()))))
            .filter(edges::containsKey)
            .toList();
    var firm = either.stream().filter(this::isFirm).toList();
    // A mere mention in both directions tells nothing of who calls.
    var confirmed = firm.isEmpty() && either.size() == 1 ? either : firm;
    confirmed.forEach(key -> count(key, sighting));
    return !confirmed.isEmpty();
  }

  private boolean isFirm(Key key) {
    return Objects.requireNonNull(edges.get(key)).strength() != Strength.WEAK;
  }

  private void count(Key key, Sighting sighting) {
    seen.computeIfAbsent(key, k -> new LinkedHashMap<>())
        .merge(new Counted(sighting.via(), sighting.source()), sighting, Sighting::plus);
  }

  List<Dependency> dependencies() {
    return edges.entrySet().stream()
        .map(entry -> finish(entry.getValue(), seen.getOrDefault(entry.getKey(), Map.of())))
        .sorted(
            Comparator.comparing(Dependency::caller).thenComparing(edge -> edge.callee().path()))
        .toList();
  }

  private static Dependency finish(Dependency edge, Map<Counted, Sighting> sightings) {
    if (sightings.isEmpty()) {
      return edge;
    }
    boolean declared =
        edge.provenance() == Provenance.DECLARED || edge.provenance() == Provenance.BOTH;
    return new Dependency(
        edge.caller(),
        edge.callee(),
        edge.edgeClass(),
        declared ? Provenance.BOTH : Provenance.OBSERVED,
        Strength.STRONG,
        edge.evidence(),
        sightings.values().stream().sorted(MOST_TELLING).toList());
  }

  private static Dependency throughBoth(Dependency known, Callee callee) {
    if (!(known.callee() instanceof Callee.ToWorkload before)
        || !(callee instanceof Callee.ToWorkload now)
        || before.through().containsAll(now.through())) {
      return known;
    }
    var through = new LinkedHashSet<>(before.through());
    through.addAll(now.through());
    return new Dependency(
        known.caller(),
        new Callee.ToWorkload(before.workload(), List.copyOf(through)),
        known.edgeClass(),
        known.provenance(),
        known.strength(),
        known.evidence(),
        known.sightings());
  }

  private static String id(Callee callee) {
    return switch (callee) {
      case Callee.ToWorkload to -> to.workload().toString();
      case Callee.ToService to -> to.service().toString();
      case Callee.ToExternal to -> to.path();
    };
  }
}
