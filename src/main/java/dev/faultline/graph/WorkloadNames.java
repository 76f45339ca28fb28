package dev.faultline.graph;

import dev.faultline.model.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The workloads of a cluster by the names under which telemetry knows them. */
final class WorkloadNames {

  /**
   * How workloads name what they make.
   *
   * @param made the kind of what is made; a name without kind may be a Job's
   */
  private record Naming(String made, Kind maker, Pattern name) {
    Naming(String made, Kind maker, String name) {
      this(made, maker, Pattern.compile(name));
    }
  }

  private static final List<Naming> NAMINGS =
      List.of(
          new Naming("Job", Kind.CRON_JOB, "(.+)-\\d{8,10}"),
          new Naming("Job", Kind.SCALED_JOB, "(.+)-[a-z0-9]{5}"),
          new Naming("ReplicaSet", Kind.DEPLOYMENT, "(.+)-[a-z0-9]{8,10}"),
          new Naming("Pod", Kind.DEPLOYMENT, "(.+)-[a-z0-9]{8,10}-[a-z0-9]{5}"),
          new Naming("Pod", Kind.DAEMON_SET, "(.+)-[a-z0-9]{5}"),
          new Naming("Pod", Kind.STATEFUL_SET, "(.+)-\\d{1,4}"));

  private record Label(String name, String value) {}

  private final List<Runner> runners;
  private final Map<String, List<Runner>> byName = new HashMap<>();
  private final Map<Label, List<Runner>> byLabel = new HashMap<>();

  WorkloadNames(List<Runner> runners) {
    this.runners = runners;
    for (Runner runner : runners) {
      byName.computeIfAbsent(runner.ref().name(), name -> new ArrayList<>()).add(runner);
      runner
          .labels()
          .forEach(
              (label, value) ->
                  byLabel
                      .computeIfAbsent(new Label(label, value), one -> new ArrayList<>())
                      .add(runner));
    }
  }

  Stream<Runner> all() {
    return runners.stream();
  }

  /** All of this name, in any namespace. */
  List<Runner> named(String name) {
    return byName.getOrDefault(name, List.of());
  }

  /**
   * Those of this name, or whose Job, ReplicaSet or pod has it; of several the one of the kind.
   *
   * @param kind as telemetry writes it, in any case
   */
  List<Runner> find(String namespace, String name, Optional<String> kind) {
    var exact = in(namespace, name);
    var ofKind =
        exact.stream()
            .filter(one -> kind.filter(one.ref().kind().name()::equalsIgnoreCase).isPresent())
            .toList();
    if (!exact.isEmpty()) {
      return ofKind.isEmpty() ? exact : ofKind;
    }
    var made = kind.orElse("Job");
    return NAMINGS.stream()
        .filter(naming -> naming.made().equalsIgnoreCase(made))
        .flatMap(naming -> makers(naming, namespace, name))
        .toList();
  }

  private Stream<Runner> makers(Naming naming, String namespace, String name) {
    var match = naming.name().matcher(name);
    return match.matches()
        ? in(namespace, match.group(1)).stream()
            .filter(runner -> runner.ref().kind().equals(naming.maker()))
        : Stream.empty();
  }

  /** {@code name.namespace} or {@code namespace/name}. */
  List<Runner> qualified(String name) {
    int dot = name.indexOf('.');
    int slash = name.indexOf('/');
    if (slash > 0) {
      return in(name.substring(0, slash), name.substring(slash + 1));
    }
    return dot > 0 ? in(name.substring(dot + 1), name.substring(0, dot)) : List.of();
  }

  List<Runner> labelled(String label, String value) {
    return byLabel.getOrDefault(new Label(label, value), List.of());
  }

  private List<Runner> in(String namespace, String name) {
    return named(name).stream().filter(one -> one.ref().namespace().equals(namespace)).toList();
  }
}
