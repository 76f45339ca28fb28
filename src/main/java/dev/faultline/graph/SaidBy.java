package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.evidence.OwnVariables;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Configuration;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Strength;
import dev.faultline.model.Workload;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that speaks for one workload: its own text, and the configuration that its template refers
 * to, of which it reads single keys or the whole.
 */
final class SaidBy {

  private static final Set<Kind> CONFIGURATION = Set.of(Kind.CONFIG_MAP, Kind.SECRET);

  /** What Spring Cloud Kubernetes looks for in the ConfigMap that bears the application's name. */
  private static final Set<String> OF_SPRING =
      Set.of("application.yml", "application.yaml", "application.properties");

  private final ClusterState state;
  private final Set<ResourceRef> referredTo;
  private final SharedConfiguration shared;

  /**
   * @param referredTo all configuration that any template refers to
   * @param readers who reads a configuration whole, or a file of it
   * @param copies what of that is written more than once
   */
  SaidBy(
      ClusterState state,
      Set<ResourceRef> referredTo,
      Map<Part, List<Runner>> readers,
      Copies copies) {
    this.state = state;
    this.referredTo = referredTo;
    this.shared = new SharedConfiguration(readers, copies);
  }

  /**
   * One piece of evidence.
   *
   * @param shared the configuration that it stands in, if the workload reads that whole or by file
   */
  record Said(Evidence evidence, Optional<Shared> shared) {}

  /** A configuration, and how much of it is read. */
  record Shared(Configuration configuration, Part part) {}

  /** The evidence for the workload's dependencies, that of its configuration included. */
  Stream<Said> workload(Runner runner) {
    var own = ownVariables(runner);
    var configured =
        references(runner).entrySet().stream()
            .flatMap(
                entry ->
                    state.find(entry.getKey(), Configuration.class).stream()
                        .flatMap(found -> from(found, entry.getValue(), own)));
    var byName =
        byName(runner).stream()
            .flatMap(found -> found.evidence().stream())
            .filter(one -> OF_SPRING.contains(ConfigPlace.key(one.place())));
    return Stream.concat(
        Stream.concat(runner.evidence().stream(), byName)
            .map(one -> new Said(one, Optional.empty())),
        configured);
  }

  /**
   * The ConfigMap of the workload's name that no template refers to: read by its name, if at all.
   */
  private Optional<Configuration> byName(Runner runner) {
    var ref = runner.ref().sibling(Kind.CONFIG_MAP, runner.ref().name());
    return referredTo.contains(ref) ? Optional.empty() : state.find(ref, Configuration.class);
  }

  /** What is said as it counts for this workload, now that it is known where it leads. */
  Evidence judge(Runner runner, Said said, Destination destination) {
    return said.shared()
        .map(in -> shared.judge(runner, in, said.evidence(), destination))
        .orElse(said.evidence());
  }

  private OwnVariables ownVariables(Runner runner) {
    return runner.takesVariables()
        ? state
            .find(runner.ref(), Workload.class)
            .map(workload -> OwnVariables.of(workload.manifest().read()))
            .orElse(OwnVariables.NONE)
        : OwnVariables.NONE;
  }

  /** A variable as it counts beside those that the container sets itself. */
  private static Evidence beside(OwnVariables own, ResourceRef from, Evidence evidence) {
    return evidence.strength() == Strength.WEAK
        ? evidence
        : own.against(from.kind(), from.name(), ConfigPlace.key(evidence.place()))
            .map(evidence::weakenedBecause)
            .orElse(evidence);
  }

  private static Stream<Said> from(Configuration found, Read read, OwnVariables own) {
    var parts = read.parts(found.ref());
    var shared =
        parts.stream()
            .flatMap(
                part ->
                    found.evidence().stream()
                        .filter(part::holds)
                        .map(one -> read.isOfVariables() ? beside(own, found.ref(), one) : one)
                        .map(one -> new Said(one, Optional.of(new Shared(found, part)))));
    boolean whole = parts.stream().anyMatch(Part::isWhole);
    return whole
        ? shared
        : Stream.concat(
            shared,
            found.evidence().stream()
                .flatMap(one -> read.byKey(one).stream())
                .map(one -> new Said(one, Optional.empty())));
  }

  /** The configuration that the workload reads, in order; empty where it is not there. */
  List<Optional<Configuration>> configuration(Runner runner) {
    var referred =
        references(runner).keySet().stream().map(ref -> state.find(ref, Configuration.class));
    return Stream.concat(referred, Stream.of(byName(runner))).toList();
  }

  static Set<ResourceRef> referredTo(List<Runner> runners) {
    return runners.stream()
        .flatMap(runner -> references(runner).keySet().stream())
        .collect(Collectors.toSet());
  }

  static Map<Part, List<Runner>> readers(List<Runner> runners) {
    var readers = new HashMap<Part, List<Runner>>();
    for (Runner runner : runners) {
      references(runner)
          .forEach(
              (ref, read) ->
                  read.parts(ref)
                      .forEach(
                          part ->
                              readers.computeIfAbsent(part, p -> new ArrayList<>()).add(runner)));
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
