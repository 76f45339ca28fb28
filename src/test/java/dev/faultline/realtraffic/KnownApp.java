package dev.faultline.realtraffic;

import dev.faultline.cluster.manifests.ManifestFolder;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.ObservedGraph;
import dev.faultline.graph.Table;
import dev.faultline.graph.TrafficMerge;
import dev.faultline.model.ClusterState;
import dev.faultline.model.traffic.TrafficReport;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * An application whose true calls are known: a folder as {@code GraphScore} takes it. Those of the
 * tests can be exchanged for others: {@code -Dtraffic.folders=DIR,DIR}.
 */
record KnownApp(String name, ClusterState state, Set<Call> calls) {

  private static final String STANDARD =
      "src/test/resources/graph/kafka-orders,src/test/resources/graph/spring-library";

  /** One workload calls another; both are {@code namespace/name}. */
  record Call(String caller, String callee) implements Comparable<Call> {
    @Override
    public int compareTo(Call other) {
      int byCaller = caller.compareTo(other.caller);
      return byCaller != 0 ? byCaller : callee.compareTo(other.callee);
    }

    @Override
    public String toString() {
      return caller + " -> " + callee;
    }
  }

  static Stream<KnownApp> all() {
    return Arrays.stream(System.getProperty("traffic.folders", STANDARD).split(","))
        .map(folder -> read(Path.of(folder)));
  }

  private static KnownApp read(Path folder) {
    try (var source = ManifestFolder.read(folder.resolve("manifests"), Clock.systemUTC())) {
      var workloads = Table.read(folder.resolve("workloads.csv"));
      var behind = new HashMap<String, String>();
      var known = new TreeSet<String>();
      for (Map<String, String> row : workloads.rows()) {
        known.add(row.get("workload"));
        for (String service : row.getOrDefault("services", "").split(";")) {
          behind.putIfAbsent(service, row.get("workload"));
        }
      }
      var calls = new LinkedHashSet<Call>();
      for (Map<String, String> row : Table.read(folder.resolve("edges.csv")).rows()) {
        var callee = behind.getOrDefault(row.get("callee"), row.get("callee"));
        if (known.contains(row.get("caller")) && known.contains(callee)) {
          calls.add(new Call(row.get("caller"), callee));
        }
      }
      return new KnownApp(String.valueOf(folder.getFileName()), source.state(), calls);
    } catch (IOException e) {
      throw new AssertionError(folder + " can't be read", e);
    }
  }

  /** All workloads that call or are called. */
  List<String> workloads() {
    return calls.stream()
        .flatMap(call -> Stream.of(call.caller(), call.callee()))
        .distinct()
        .sorted()
        .toList();
  }

  /** Each workload's number, which decides how its spans are named. */
  int number(String workload) {
    return workloads().indexOf(workload);
  }

  /** The name of its spans: its own, one of its own making, or one that only the mapping knows. */
  String spanName(String workload) {
    var own = workload.substring(workload.indexOf('/') + 1);
    return switch (number(workload) % 3) {
      case 0 -> isUnique(own) ? own : own + "-program";
      case 1 -> own + "-program";
      default -> own + "-mapped";
    };
  }

  private boolean isUnique(String name) {
    return workloads().stream().filter(one -> one.endsWith("/" + name)).count() == 1;
  }

  /** What its spans say of Kubernetes; nothing if the name or the mapping must do. */
  Map<String, String> spanAttributes(String workload) {
    if (!spanName(workload).endsWith("-program")) {
      return Map.of();
    }
    int slash = workload.indexOf('/');
    var name = workload.substring(slash + 1);
    return Map.of(
        "k8s.namespace.name",
        workload.substring(0, slash),
        "k8s." + kind(workload) + ".name",
        name);
  }

  private String kind(String workload) {
    return state
        .all()
        .map(object -> object.ref())
        .filter(ref -> ref.path().equals(workload))
        .map(ref -> ref.kind().name())
        .filter(kind -> Set.of("Deployment", "StatefulSet", "DaemonSet", "CronJob").contains(kind))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no workload " + workload))
        .toLowerCase(java.util.Locale.ROOT);
  }

  /** What the user has to say in the settings. */
  Map<String, String> mapping() {
    var mapping = new TreeMap<String, String>();
    workloads().stream()
        .filter(one -> spanName(one).endsWith("-mapped"))
        .forEach(one -> mapping.put(spanName(one), one));
    return mapping;
  }

  ObservedGraph merge(TrafficReport... reports) {
    return TrafficMerge.merge(state, DependencyGraph.of(state), List.of(reports), mapping());
  }

  /** The calls of which traffic was seen. */
  static Set<Call> seen(ObservedGraph graph) {
    var seen = new TreeSet<Call>();
    graph.graph().dependencies().stream()
        .filter(edge -> edge.traffic().isPresent())
        .forEach(edge -> seen.add(new Call(edge.caller().path(), edge.callee().path())));
    return seen;
  }

  @Override
  public String toString() {
    return name;
  }
}
