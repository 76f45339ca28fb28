package dev.faultline.graph;

import dev.faultline.model.Dependency;
import dev.faultline.model.ResourceRef;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts who depends on a workload through any number of drawn edges, for many workloads of one
 * large graph: workloads are numbered once, so that each walk marks bits and hashes nothing.
 */
final class DependentCounter {

  private final Map<ResourceRef, Integer> numbers = new HashMap<>();
  private final List<List<Integer>> callers = new ArrayList<>();
  private final BitSet counted = new BitSet();

  /**
   * @param among whom to count
   */
  DependentCounter(List<Dependency> dependencies, Set<ResourceRef> among) {
    for (Dependency one : dependencies) {
      if (DependencyGraph.isDrawnAtFirst(one)) {
        DependencyGraph.end(one.callee())
            .ifPresent(callee -> callers.get(number(callee)).add(number(one.caller())));
      }
    }
    among.forEach(ref -> counted.set(number(ref)));
  }

  Map<ResourceRef, Integer> count(Collection<ResourceRef> failing) {
    var counts = new HashMap<ResourceRef, Integer>();
    failing.forEach(ref -> counts.put(ref, count(number(ref))));
    return counts;
  }

  private int count(int start) {
    var seen = new BitSet();
    var next = new ArrayDeque<>(List.of(start));
    while (!next.isEmpty()) {
      for (int caller : callers.get(next.remove())) {
        if (!seen.get(caller)) {
          seen.set(caller);
          next.add(caller);
        }
      }
    }
    seen.clear(start);
    seen.and(counted);
    return seen.cardinality();
  }

  private int number(ResourceRef ref) {
    return numbers.computeIfAbsent(
        ref,
        one -> {
          callers.add(new ArrayList<>());
          return callers.size() - 1;
        });
  }
}
