package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import dev.faultline.model.Provenance;
import dev.faultline.model.Strength;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A graph with what a person says of its edges. An edge that is not so is kept as a mere mention,
 * so that it can be looked at and believed again; a missing one is added.
 *
 * @param unfitting what was mended and fits nothing any more, with the reason
 */
public record MendedGraph(DependencyGraph graph, Map<Mending, String> unfitting) {

  /** Of a cluster of which nothing is known to depend on anything. */
  public static final MendedGraph NOTHING = unmended(DependencyGraph.NOTHING);

  private static final String OUTSIDE = "ext:";

  public MendedGraph {
    unfitting = Collections.unmodifiableMap(new LinkedHashMap<>(unfitting));
  }

  /** The graph as it was found. */
  public static MendedGraph unmended(DependencyGraph graph) {
    return new MendedGraph(graph, Map.of());
  }

  /** What fits nothing any more, a sentence each. */
  public List<String> notes() {
    return unfitting.entrySet().stream()
        .map(entry -> sentence(entry.getKey(), entry.getValue()))
        .toList();
  }

  private static String sentence(Mending said, String why) {
    return said.caller()
        + " → "
        + said.callee()
        + " was mended by hand ("
        + (said.verdict() == Verdict.NOT_SO ? "not so" : "missing")
        + "), and "
        + why;
  }

  public static MendedGraph of(ClusterState state, DependencyGraph graph, List<Mending> mendings) {
    return mendings.isEmpty()
        ? unmended(graph)
        : new Mender(state, graph.dependencies()).mend(graph, mendings);
  }

  /** Mends one edge after the other. */
  private static final class Mender {

    private final ClusterState state;
    private final List<Runner> runners;
    private final List<Dependency> edges;
    private final Map<Mending, String> unfitting = new LinkedHashMap<>();

    Mender(ClusterState state, List<Dependency> found) {
      this.state = state;
      this.runners = Runner.all(state).toList();
      this.edges = new ArrayList<>(found);
    }

    MendedGraph mend(DependencyGraph graph, List<Mending> mendings) {
      mendings.stream().filter(this::isInSight).forEach(this::mend);
      edges.sort(
          Comparator.comparing(Dependency::caller).thenComparing(edge -> edge.callee().path()));
      return new MendedGraph(graph.with(edges), unfitting);
    }

    /** Of a namespace that was not asked for, nothing is known that could be wrong. */
    private boolean isInSight(Mending said) {
      int slash = said.caller().indexOf('/');
      return slash < 0 || state.namespaces().contains(said.caller().substring(0, slash));
    }

    private void mend(Mending said) {
      boolean found = false;
      for (int i = 0; i < edges.size(); i++) {
        if (said.isOf(edges.get(i))) {
          edges.set(i, edges.get(i).mended(said));
          found = true;
        }
      }
      if (!found) {
        switch (said.verdict()) {
          case NOT_SO -> unfitting.put(said, "nothing says so any more");
          case MISSING -> add(said);
        }
      }
    }

    private void add(Mending said) {
      var caller = runner(said.caller());
      var callee = callee(said);
      if (caller.isEmpty()) {
        unfitting.put(said, said.caller() + " does not run here");
      } else if (callee.isEmpty()) {
        unfitting.put(said, said.callee() + " is neither a workload nor a Service here");
      } else {
        edges.add(
            new Dependency(
                    caller.get().ref(),
                    callee.get(),
                    edgeClass(caller.get(), callee.get()),
                    Provenance.DECLARED,
                    Strength.FIRM,
                    List.of())
                .mended(said));
      }
    }

    private Optional<Callee> callee(Mending said) {
      if (said.callee().startsWith(OUTSIDE)) {
        var host = said.callee().substring(OUTSIDE.length()).toLowerCase(Locale.ROOT);
        return Optional.of(new Callee.ToExternal(host));
      }
      return runner(said.callee())
          .<Callee>map(to -> new Callee.ToWorkload(to.ref(), List.of()))
          .or(() -> service(said.callee()));
    }

    private Optional<Callee> service(String path) {
      return state
          .all(Kind.SERVICE, KubernetesService.class)
          .filter(service -> service.ref().path().equals(path))
          .findFirst()
          .map(this::behind);
    }

    /** What the Service leads to, or itself where nothing can be seen behind it. */
    private Callee behind(KubernetesService service) {
      return runners.stream()
          .filter(runner -> runner.ref().namespace().equals(service.ref().namespace()))
          .filter(
              runner ->
                  !service.selector().isEmpty()
                      && runner.labels().entrySet().containsAll(service.selector().entrySet()))
          .findFirst()
          .<Callee>map(to -> new Callee.ToWorkload(to.ref(), List.of(service.ref())))
          .orElseGet(() -> new Callee.ToService(service.ref()));
    }

    private EdgeClass edgeClass(Runner caller, Callee callee) {
      return switch (callee) {
        case Callee.ToWorkload to ->
            runner(to.workload().path())
                .map(runner -> EdgeClassifier.toWorkload(caller, runner, List.of()))
                .orElse(EdgeClass.APPLICATION);
        case Callee.ToService to -> EdgeClassifier.toService(caller, to.service(), List.of());
        case Callee.ToExternal _ -> EdgeClass.EXTERNAL;
      };
    }

    private Optional<Runner> runner(String path) {
      return runners.stream().filter(runner -> runner.ref().path().equals(path)).findFirst();
    }
  }
}
