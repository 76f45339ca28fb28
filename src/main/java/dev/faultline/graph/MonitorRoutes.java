package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.NamedHost;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.Strength;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * Whom Prometheus scrapes, as ServiceMonitors and PodMonitors say it. It opens the connections: if
 * it does not run here, nobody does.
 */
final class MonitorRoutes {

  private static final String READER = "monitor";
  private static final String IMAGE = "prometheus";
  private static final int MOST_OF_A_MONITOR = 2_000;

  private final ClusterState state;
  private final RunnerIndex runners;
  private final HostResolver resolver;
  private final List<Runner> scrapers;

  MonitorRoutes(ClusterState state, RunnerIndex runners, HostResolver resolver) {
    this.state = state;
    this.runners = runners;
    this.resolver = resolver;
    this.scrapers = runners.all().filter(MonitorRoutes::isPrometheus).toList();
  }

  void addTo(Routes routes) {
    if (scrapers.isEmpty()) {
      return;
    }
    Stream.of(RoutingKinds.SERVICE_MONITOR, RoutingKinds.POD_MONITOR)
        .flatMap(kind -> state.all(kind, OtherObject.class))
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(
            monitor ->
                targets(monitor)
                    .limit(MOST_OF_A_MONITOR)
                    .forEach(target -> open(routes, monitor, target)));
  }

  /** What is scraped, under the name by which it was selected. */
  private record Target(String name, Destination destination) {}

  private void open(Routes routes, OtherObject monitor, Target target) {
    var host = new NamedHost(target.name(), OptionalInt.empty(), Optional.empty());
    var evidence =
        new Evidence(
            READER,
            monitor.ref(),
            Optional.empty(),
            "spec.selector",
            host,
            Strength.FIRM,
            Optional.empty());
    var route = new Routes.Route(evidence, target.destination(), Optional.of(EdgeClass.TELEMETRY));
    scrapers.forEach(scraper -> routes.open(scraper, route));
  }

  private Stream<Target> targets(OtherObject monitor) {
    var spec = monitor.manifest().read().spec();
    var selector = new LabelSelector(spec.object("selector"));
    return namespaces(monitor.ref().namespace(), spec.object("namespaceSelector"))
        .flatMap(
            namespace ->
                monitor.ref().kind().equals(RoutingKinds.POD_MONITOR)
                    ? pods(namespace, selector)
                    : services(namespace, selector));
  }

  private Stream<String> namespaces(String home, JsonObject written) {
    if (written.isTrue("any")) {
      return state.namespaces().stream();
    }
    var names = written.array("matchNames").texts();
    return names.isEmpty() ? Stream.of(home) : names.stream();
  }

  private Stream<Target> services(String namespace, LabelSelector selector) {
    return state.list(Kind.SERVICE, namespace).stream()
        .filter(KubernetesService.class::isInstance)
        .filter(service -> selector.matches(service.meta().labels()))
        .map(service -> service.ref().name() + "." + namespace)
        .sorted()
        .map(
            host ->
                new Target(
                    host,
                    resolver.resolve(
                        new NamedHost(host, OptionalInt.empty(), Optional.empty()), namespace)));
  }

  private Stream<Target> pods(String namespace, LabelSelector selector) {
    return runners.in(namespace, runner -> selector.matches(runner.labels())).stream()
        .map(runner -> new Target(runner.ref().name(), new Destination.Selected(List.of(runner))));
  }

  private static boolean isPrometheus(Runner runner) {
    return runner.images().stream()
        .map(image -> Runner.withoutTag(image.image()))
        .anyMatch(image -> image.endsWith("/" + IMAGE) || image.equals(IMAGE));
  }
}
