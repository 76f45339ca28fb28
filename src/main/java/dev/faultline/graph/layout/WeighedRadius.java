package dev.faultline.graph.layout;

import dev.faultline.graph.BlastRadius;
import dev.faultline.graph.BlastRadius.Hurt;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Weighs who is hurt if a node fails, on the part of a map that shows them. */
public final class WeighedRadius {

  /** Figures change all the time; what cannot be told apart is not drawn anew. */
  private static final double STEPS = 20;

  private WeighedRadius() {}

  /**
   * The same part, on which each that is hurt says how much, and what leads nearer stands out by
   * how much goes over it.
   *
   * @param all that is known in the cluster of what fails
   */
  public static MapContent weigh(MapContent part, Collection<Dependency> all, MapSubject failing) {
    var radius = BlastRadius.of(all, one -> part.edges().containsKey(line(one)), is(part, failing));
    var hurt = new TreeMap<MapSubject, Hurt>();
    radius.hurt().forEach(one -> hurt.put(new MapSubject.InCluster(one.who()), one));
    var nodes = new TreeMap<>(part.nodes());
    nodes.replaceAll(
        (subject, facts) ->
            Optional.ofNullable(hurt.get(subject)).map(facts::hurting).orElse(facts));
    boolean measured = hurt.values().stream().anyMatch(one -> one.flow().part().isPresent());
    var edges = new TreeMap<>(part.edges());
    if (measured) {
      edges.replaceAll((line, facts) -> weigh(facts, Optional.ofNullable(hurt.get(line.from()))));
    }
    return part.with(nodes, edges);
  }

  private static EdgeFacts weigh(EdgeFacts facts, Optional<Hurt> caller) {
    var part =
        caller
            .filter(one -> one.calls().contains(facts.dependency()))
            .map(one -> one.partOver(facts.dependency()))
            .orElse(OptionalDouble.of(0));
    return part.isPresent()
        ? facts.weighing(Math.round(part.getAsDouble() * STEPS) / STEPS)
        : facts;
  }

  private static Line line(Dependency one) {
    return new Line(new MapSubject.InCluster(one.caller()), MapContents.callee(one));
  }

  private static Predicate<Callee> is(MapContent part, MapSubject failing) {
    return switch (failing) {
      case MapSubject.InCluster in ->
          callee -> DependencyGraph.end(callee).filter(in.ref()::equals).isPresent();
      case MapSubject.Outside outside ->
          callee -> callee instanceof Callee.ToExternal to && to.host().equals(outside.host());
      case MapSubject.Folded folded ->
          callee ->
              DependencyGraph.end(callee)
                  .map(part.groups()::of)
                  .filter(folded.group()::equals)
                  .isPresent();
    };
  }
}
