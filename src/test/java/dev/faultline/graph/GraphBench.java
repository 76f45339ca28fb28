package dev.faultline.graph;

import dev.faultline.cluster.intake.Intake;
import dev.faultline.evidence.EvidenceReaders;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Manifest;
import dev.faultline.model.StateChange;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * How long the graph of many services takes, beside the time to parse the YAML that it is made
 * from: the first round of a new process, and the median of later ones; then one changed object.
 */
public final class GraphBench {

  private static final int ROUNDS = 9;
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private GraphBench() {}

  /** With the number of services, 1,000 if none is given. */
  public static void main(String[] arguments) {
    int services = arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]);
    var texts = new ManyServices(services).yaml();
    IO.println(
        String.format(
            Locale.ROOT,
            "%,d services, %,d objects, %.1f MB of YAML",
            services,
            services * ManyServices.OBJECTS_EACH,
            texts.stream().mapToLong(String::length).sum() / 1e6));
    var parse = new ArrayList<Cost>();
    var evidence = new ArrayList<Cost>();
    var graph = new ArrayList<Cost>();
    var found = new long[2];
    for (int round = 0; round < ROUNDS; round++) {
      var manifests = timed(parse, () -> parse(texts));
      found[0] =
          timed(
              evidence,
              () ->
                  manifests.stream()
                      .mapToLong(one -> EvidenceReaders.read(Manifests.CLUSTER, one).size())
                      .sum());
      var state = state(manifests);
      found[1] = timed(graph, () -> DependencyGraph.of(state)).drawnAtFirst().size();
    }
    line("parse the YAML", parse);
    line("evidence of all objects", evidence);
    line("graph from it", graph);
    IO.println(
        String.format(Locale.ROOT, "%,d pieces of evidence, %,d edges drawn", found[0], found[1]));
    change(services, parse(texts));
  }

  /** One Deployment gets another environment; what is counted is whose evidence is made anew. */
  private static void change(int services, List<Manifest> manifests) {
    var before = state(manifests);
    var known = DependencyGraph.of(before);
    var read = new ArrayList<Cost>();
    var graph = new ArrayList<Cost>();
    long touched = 0;
    for (int round = 0; round < 3 * ROUNDS; round++) {
      var changed = new ManyServices(services).changed(round % services);
      var after =
          timed(
              read,
              () -> {
                var manifest = parse(List.of(changed)).getFirst();
                return before.apply(
                    Instant.EPOCH,
                    List.of(new StateChange.Put(Intake.read(Manifests.CLUSTER, manifest))));
              });
      timed(graph, () -> known.next(after));
      touched =
          manifests.stream()
              .map(one -> one.ref(Manifests.CLUSTER))
              .filter(
                  ref ->
                      !before.find(ref).equals(after.find(ref))
                          || before.find(ref).orElseThrow() != after.find(ref).orElseThrow())
              .count();
    }
    line("one changed object: parse, evidence, state", read);
    line("one changed object: graph", graph);
    IO.println("objects touched: " + touched + " of " + manifests.size());
  }

  private static List<Manifest> parse(List<String> texts) {
    return texts.stream()
        .flatMap(text -> YamlCodec.readAll(text).stream())
        .map(tree -> new Manifest((JsonObject) tree))
        .toList();
  }

  private static ClusterState state(List<Manifest> manifests) {
    var changes =
        manifests.stream()
            .map(manifest -> Intake.read(Manifests.CLUSTER, manifest))
            .map((ClusterObject object) -> (StateChange) new StateChange.Put(object))
            .toList();
    return ClusterState.empty(Manifests.CLUSTER, Instant.EPOCH).apply(Instant.EPOCH, changes);
  }

  /** On the wall, and of the one processor that it used, in milliseconds. */
  private record Cost(double wall, double processor) {}

  private static <T> T timed(List<Cost> costs, Supplier<T> work) {
    long wall = System.nanoTime();
    long processor = THREADS.getCurrentThreadCpuTime();
    var result = work.get();
    costs.add(
        new Cost(
            (System.nanoTime() - wall) / 1e6,
            (THREADS.getCurrentThreadCpuTime() - processor) / 1e6));
    return result;
  }

  private static void line(String what, List<Cost> costs) {
    var later = costs.stream().skip(1).sorted(Comparator.comparing(Cost::wall)).toList();
    IO.println(
        String.format(
            Locale.ROOT,
            "%-45s first %7.1f ms (processor %7.1f), then %7.1f ms (%7.1f)",
            what,
            costs.getFirst().wall(),
            costs.getFirst().processor(),
            later.get(later.size() / 2).wall(),
            later.get(later.size() / 2).processor()));
  }
}
