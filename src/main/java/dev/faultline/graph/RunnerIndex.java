package dev.faultline.graph;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The workloads of a cluster by namespace. */
final class RunnerIndex {

  private final List<Runner> all;
  private final Map<String, List<Runner>> byNamespace = new HashMap<>();

  RunnerIndex(List<Runner> runners) {
    all = runners;
    for (Runner runner : runners) {
      byNamespace.computeIfAbsent(runner.ref().namespace(), n -> new ArrayList<>()).add(runner);
    }
  }

  Stream<Runner> all() {
    return all.stream();
  }

  Set<String> namespaces() {
    return byNamespace.keySet();
  }

  List<Runner> in(String namespace) {
    return byNamespace.getOrDefault(namespace, List.of());
  }

  List<Runner> in(String namespace, Predicate<Runner> wanted) {
    return in(namespace).stream().filter(wanted).toList();
  }

  /** Those whose pods bear all of the labels; none where no label is asked for. */
  static List<Runner> labelled(Stream<Runner> runners, Map<String, String> labels) {
    return labels.isEmpty()
        ? List.of()
        : runners
            .filter(runner -> runner.labels().entrySet().containsAll(labels.entrySet()))
            .toList();
  }
}
