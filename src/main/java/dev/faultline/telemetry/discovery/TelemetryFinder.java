package dev.faultline.telemetry.discovery;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.KubernetesService.Port;
import dev.faultline.telemetry.TelemetryKind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds telemetry servers among the Services of a cluster, by the names, labels and ports that
 * charts and operators give them. That they are what they seem to be shows when they are asked.
 */
public final class TelemetryFinder {

  private static final List<String> LABELS =
      List.of("app.kubernetes.io/name", "app.kubernetes.io/component", "app", "component");

  private record Candidate(FoundServer server, int likeness) {}

  private TelemetryFinder() {}

  /** The likeliest of the kind among those of the state. */
  public static Optional<FoundServer> find(ClusterState state, TelemetryKind kind) {
    return find(state.all(Kind.SERVICE, KubernetesService.class), kind);
  }

  /** The likeliest of the kind. */
  public static Optional<FoundServer> find(Stream<KubernetesService> services, TelemetryKind kind) {
    var likeness = ServerLikeness.of(kind);
    return services
        .filter(service -> !service.type().equals("ExternalName"))
        .flatMap(service -> candidate(service, kind, likeness).stream())
        .max(
            Comparator.comparingInt(Candidate::likeness)
                .thenComparing(one -> one.server().service(), Comparator.reverseOrder()))
        .map(Candidate::server);
  }

  private static Optional<Candidate> candidate(
      KubernetesService service, TelemetryKind kind, ServerLikeness likeness) {
    int called = likeness.ofNames(names(service));
    if (called == 0) {
      return Optional.empty();
    }
    // A Service with an address balances between several servers; a headless one is for its peers.
    int address = service.clusterIp().equals("None") ? 0 : 1;
    return service.ports().stream()
        .filter(port -> likeness.ofPort(port) > 0)
        .max(Comparator.comparingInt(likeness::ofPort))
        .map(
            port ->
                new Candidate(
                    new FoundServer(kind, service.ref(), port.port(), speaksTls(port)),
                    4 * called + 2 * likeness.ofPort(port) + address));
  }

  private static List<String> names(KubernetesService service) {
    var labels = service.meta().labels();
    return Stream.concat(
            Stream.of(service.ref().name()),
            LABELS.stream().filter(labels::containsKey).map(labels::get))
        .toList();
  }

  private static boolean speaksTls(Port port) {
    return port.name().contains("https") || port.port() == 443;
  }
}
