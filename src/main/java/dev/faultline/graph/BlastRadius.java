package dev.faultline.graph;

import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.traffic.Sighting;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is hurt if something fails, directly or through others.
 *
 * @param hurt the nearest first, of those as near the ones that call the most
 */
public record BlastRadius(List<Hurt> hurt) {

  private static final Set<EdgeClass> COUNTED =
      Set.of(EdgeClass.APPLICATION, EdgeClass.STORE, EdgeClass.MESSAGING, EdgeClass.EXTERNAL);

  private static final Comparator<Hurt> ORDER =
      Comparator.comparingInt(Hurt::callsAway).thenComparing(Hurt::flow).thenComparing(Hurt::who);

  public BlastRadius {
    hurt = hurt.stream().sorted(ORDER).toList();
  }

  /**
   * Somebody who is hurt.
   *
   * @param calls the ones that lead one step nearer
   */
  public record Hurt(ResourceRef who, int callsAway, List<Dependency> calls, Flow flow) {
    public Hurt {
      calls = List.copyOf(calls);
    }

    /** The part of all that is seen to be called that goes over one of its calls. */
    public OptionalDouble partOver(Dependency call) {
      boolean counts = calls.contains(call) && call.traffic().isPresent();
      return switch (flow) {
        case Flow.Unknown _ -> OptionalDouble.empty();
        case Flow.Silent _ -> counts ? OptionalDouble.of(0) : OptionalDouble.empty();
        case Flow.Seen(TrafficFigures figures, double share) ->
            counts
                ? OptionalDouble.of(over(call, figures.unit()) * share / figures.perSecond())
                : OptionalDouble.empty();
      };
    }

    private static double over(Dependency call, TrafficUnit unit) {
      return Spread.figures(call)
          .filter(one -> one.unit() == unit)
          .mapToDouble(TrafficFigures::perSecond)
          .sum();
    }
  }

  /** How much goes over the calls that lead one step nearer; the most first. */
  public sealed interface Flow extends Comparable<Flow> {

    /** Nobody measures it: that says nothing. */
    record Unknown() implements Flow {}

    /** Nothing goes over now, where something was seen before. */
    record Silent() implements Flow {}

    /**
     * So much.
     *
     * @param figures in the most telling unit, without a latency
     * @param share of all that is seen to be called in that unit, above 0 and up to 1
     */
    record Seen(TrafficFigures figures, double share) implements Flow {}

    /** The part of what is called that goes that way; empty where nobody measures it. */
    default OptionalDouble part() {
      return switch (this) {
        case Unknown _ -> OptionalDouble.empty();
        case Silent _ -> OptionalDouble.of(0);
        case Seen seen -> OptionalDouble.of(seen.share());
      };
    }

    /** The same for people: "38 %"; empty where nobody measures it. */
    default String percent() {
      var part = part();
      if (part.isEmpty()) {
        return "";
      }
      double percent = part.getAsDouble() * 100;
      return percent > 0 && percent < 1 ? "<1 %" : Math.round(percent) + " %";
    }

    @Override
    default int compareTo(Flow other) {
      return this instanceof Seen(TrafficFigures one, _)
              && other instanceof Seen(TrafficFigures two, _)
              && one.unit() == two.unit()
          ? Double.compare(two.perSecond(), one.perSecond())
          : Integer.compare(rank(this), rank(other));
    }

    private static int rank(Flow flow) {
      return switch (flow) {
        case Seen seen -> seen.figures().unit().ordinal();
        case Silent _ -> 100;
        case Unknown _ -> 101;
      };
    }
  }

  /** If the service fails; over the edges that are drawn at first. */
  public static BlastRadius of(DependencyGraph graph, ResourceRef service) {
    return of(
        graph.dependencies(),
        DependencyGraph::isDrawnAtFirst,
        callee -> DependencyGraph.end(callee).filter(service::equals).isPresent());
  }

  /** If the host outside fails. */
  public static BlastRadius ofHost(DependencyGraph graph, String host) {
    return of(
        graph.dependencies(),
        one -> COUNTED.contains(one.edgeClass()) && one.strength() != Strength.WEAK,
        callee -> callee instanceof Callee.ToExternal to && to.host().equals(host));
  }

  /**
   * If anything fails.
   *
   * @param all that is known, also of what does not lead there
   * @param heeded over which a failure spreads
   * @param failing what fails
   */
  public static BlastRadius of(
      Collection<Dependency> all, Predicate<Dependency> heeded, Predicate<Callee> failing) {
    return new Spread(all, failing).over(heeded);
  }

  private static final class Spread {

    private final Map<ResourceRef, List<Dependency>> byCaller = new HashMap<>();
    private final Map<ResourceRef, List<Dependency>> byCallee = new HashMap<>();
    private final List<Dependency> first = new ArrayList<>();
    private final Predicate<Callee> failing;
    private final Map<ResourceRef, Integer> away = new HashMap<>();
    private final Map<ResourceRef, List<Dependency>> nearer = new HashMap<>();

    Spread(Collection<Dependency> all, Predicate<Callee> failing) {
      this.failing = failing;
      for (Dependency one : all) {
        byCaller.computeIfAbsent(one.caller(), c -> new ArrayList<>()).add(one);
      }
    }

    BlastRadius over(Predicate<Dependency> heeded) {
      byCaller.values().stream().flatMap(List::stream).filter(heeded).forEach(this::sort);
      var calls = first;
      for (int hop = 1; !calls.isEmpty(); hop++) {
        calls = step(calls, hop);
      }
      return new BlastRadius(away.keySet().stream().map(this::hurt).toList());
    }

    private void sort(Dependency one) {
      if (failing.test(one.callee())) {
        first.add(one);
      } else {
        DependencyGraph.end(one.callee())
            .ifPresent(end -> byCallee.computeIfAbsent(end, e -> new ArrayList<>()).add(one));
      }
    }

    /** Notes who makes the calls; the calls to those are the next. */
    private List<Dependency> step(List<Dependency> calls, int hop) {
      var next = new ArrayList<Dependency>();
      for (Dependency call : calls) {
        var caller = call.caller();
        if (isFailing(caller)) {
          continue;
        }
        var known = Optional.ofNullable(away.putIfAbsent(caller, hop));
        if (known.isEmpty()) {
          next.addAll(byCallee.getOrDefault(caller, List.of()));
        }
        if (known.orElse(hop) == hop) {
          nearer.computeIfAbsent(caller, c -> new ArrayList<>()).add(call);
        }
      }
      return next;
    }

    private boolean isFailing(ResourceRef caller) {
      return failing.test(new Callee.ToWorkload(caller, List.of()))
          || failing.test(new Callee.ToService(caller));
    }

    private Hurt hurt(ResourceRef who) {
      var calls =
          nearer.getOrDefault(who, List.of()).stream()
              .sorted(Comparator.comparing(call -> call.callee().path()))
              .toList();
      return new Hurt(who, away.getOrDefault(who, 0), calls, flow(who, calls));
    }

    private Flow flow(ResourceRef who, List<Dependency> calls) {
      var unit =
          calls.stream()
              .flatMap(Spread::figures)
              .map(TrafficFigures::unit)
              .min(Comparator.naturalOrder());
      if (unit.isEmpty()) {
        boolean measured = calls.stream().anyMatch(call -> call.traffic().isPresent());
        return measured ? new Flow.Silent() : new Flow.Unknown();
      }
      var counted = new HashSet<>(calls);
      byCaller.getOrDefault(who, List.of()).stream().filter(Spread::counts).forEach(counted::add);
      var there = sum(calls, unit.get());
      return new Flow.Seen(there, there.perSecond() / sum(counted, unit.get()).perSecond());
    }

    private static boolean counts(Dependency one) {
      return COUNTED.contains(one.edgeClass()) && one.strength() != Strength.WEAK;
    }

    private static TrafficFigures sum(Collection<Dependency> calls, TrafficUnit unit) {
      return calls.stream()
          .flatMap(Spread::figures)
          .filter(one -> one.unit() == unit)
          .reduce(TrafficFigures.none(unit), TrafficFigures::plus);
    }

    private static Stream<TrafficFigures> figures(Dependency one) {
      return one.traffic().stream()
          .filter(seen -> !seen.seen().quiet())
          .map(Sighting::figures)
          .filter(figures -> figures.perSecond() > 0)
          .map(
              figures ->
                  new TrafficFigures(
                      figures.unit(), figures.perSecond(), figures.errorShare(), Optional.empty()));
    }
  }
}
