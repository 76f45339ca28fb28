package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Configuration;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that speaks for one workload: its own text, and the configuration that its template refers
 * to, of which it reads single keys or the whole.
 */
final class SaidBy {

  private static final Set<Kind> CONFIGURATION = Set.of(Kind.CONFIG_MAP, Kind.SECRET);

  private final ClusterState state;
  private final SharedConfiguration shared;

  /**
   * @param readers who reads a configuration whole
   */
  SaidBy(ClusterState state, Map<ResourceRef, List<Runner>> readers) {
    this.state = state;
    this.shared = new SharedConfiguration(readers);
  }

  /**
   * One piece of evidence.
   *
   * @param whole the configuration that it stands in, if the workload reads that whole
   */
  record Said(Evidence evidence, Optional<Configuration> whole) {}

  /** The evidence for the workload's dependencies, that of its configuration included. */
  Stream<Said> workload(Runner runner) {
    var configured =
        references(runner).entrySet().stream()
            .flatMap(
                entry ->
                    state.find(entry.getKey(), Configuration.class).stream()
                        .flatMap(found -> from(found, entry.getValue())));
    return Stream.concat(
        runner.evidence().stream().map(one -> new Said(one, Optional.empty())), configured);
  }

  /** What is said as it counts for this workload, now that it is known where it leads. */
  Evidence judge(Runner runner, Said said, Destination destination) {
    return said.whole()
        .map(whole -> shared.judge(runner, whole, said.evidence(), destination))
        .orElse(said.evidence());
  }

  private static Stream<Said> from(Configuration found, Read read) {
    return read.whole()
        ? found.evidence().stream().map(one -> new Said(one, Optional.of(found)))
        : found.evidence().stream()
            .flatMap(one -> read.byKey(one).stream())
            .map(one -> new Said(one, Optional.empty()));
  }

  /** The configuration that the workload refers to, in order; empty where it is not there. */
  List<Optional<Configuration>> configuration(Runner runner) {
    return references(runner).keySet().stream()
        .map(ref -> state.find(ref, Configuration.class))
        .toList();
  }

  static Map<ResourceRef, List<Runner>> readers(List<Runner> runners) {
    var readers = new HashMap<ResourceRef, List<Runner>>();
    for (Runner runner : runners) {
      references(runner)
          .forEach(
              (ref, read) -> {
                if (read.whole()) {
                  readers.computeIfAbsent(ref, r -> new ArrayList<>()).add(runner);
                }
              });
    }
    return readers;
  }

  /** Each object with what is read of it. */
  private static Map<ResourceRef, Read> references(Runner runner) {
    var configuration = new LinkedHashMap<ResourceRef, Read>();
    for (Reference reference : runner.references()) {
      if (CONFIGURATION.contains(reference.target())
          && reference.use() != Reference.Use.IMAGE_PULL) {
        var ref = runner.ref().sibling(reference.target(), reference.name());
        configuration.computeIfAbsent(ref, r -> new Read()).add(reference);
      }
    }
    return configuration;
  }
}
