package dev.faultline.graph;

import dev.faultline.evidence.DaprName;
import dev.faultline.model.Evidence;
import dev.faultline.model.NamedHost;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Workloads with a sidecar of Dapr, by the ids under which they are invoked. */
final class DaprApps {

  private static final String PREFIX = "dapr.io/";
  private static final String ENABLED = "dapr.io/enabled";
  private static final String APP_ID = "dapr.io/app-id";

  private final RunnerIndex runners;

  DaprApps(RunnerIndex runners) {
    this.runners = runners;
  }

  /** All of a namespace. */
  List<Runner> in(String namespace) {
    return runners.in(
        namespace, runner -> "true".equals(runner.template().annotations().get(ENABLED)));
  }

  /**
   * The one that is invoked.
   *
   * @param id with its namespace behind a dot, where that is another
   */
  List<Runner> find(String id, String namespace) {
    int dot = id.indexOf('.');
    var home = dot < 0 ? namespace : id.substring(dot + 1);
    var name = dot < 0 ? id : id.substring(0, dot);
    return in(home).stream().filter(runner -> id(runner).equals(name)).toList();
  }

  /** What of a workload's annotations this depends on. */
  static Map<String, String> annotations(Runner runner) {
    var all = runner.template().annotations();
    return all.isEmpty()
        ? all
        : all.entrySet().stream()
            .filter(one -> one.getKey().startsWith(PREFIX))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** What the workload says that may be names of components. */
  static Set<String> named(Runner runner) {
    return annotations(runner).isEmpty()
        ? Set.of()
        : runner.evidence().stream()
            .map(Evidence::names)
            .filter(names -> names.scheme().equals(Optional.of(DaprName.COMPONENT)))
            .map(NamedHost::host)
            .collect(Collectors.toUnmodifiableSet());
  }

  static String id(Runner runner) {
    return runner.template().annotations().getOrDefault(APP_ID, runner.ref().name());
  }
}
