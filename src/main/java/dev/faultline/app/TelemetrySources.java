package dev.faultline.app;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.ServiceProxy.Door;
import dev.faultline.cluster.ServiceProxy.Listing;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.model.ClusterId;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.settings.Settings;
import dev.faultline.settings.TelemetryServer;
import dev.faultline.telemetry.Endpoint;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.TrafficSource;
import dev.faultline.telemetry.discovery.FoundServer;
import dev.faultline.telemetry.discovery.TelemetryFinder;
import dev.faultline.telemetry.http.HttpEndpoint;
import dev.faultline.telemetry.jaeger.JaegerSource;
import dev.faultline.telemetry.prometheus.Matchers;
import dev.faultline.telemetry.prometheus.PrometheusSource;
import dev.faultline.telemetry.zipkin.ZipkinSource;
import dev.faultline.workspace.TrafficChoice;
import dev.faultline.workspace.TrafficChoice.Place;
import dev.faultline.workspace.TrafficReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Opens the telemetry servers that were chosen, and asks them all at the same time. */
final class TelemetrySources implements TrafficReader {

  /** A source ends by itself when its time is over; this is for one that does not. */
  private static final Duration GRACE = Duration.ofSeconds(5);

  private final Supplier<Settings> settings;
  private final Background background;

  TelemetrySources(Supplier<Settings> settings, Background background) {
    this.settings = settings;
    this.background = background;
  }

  /** A server to ask, or why there is none. */
  private sealed interface Opened {
    record Server(TrafficSource source, Runnable close) implements Opened {}

    record Nothing(String what, String reason) implements Opened {}

    record Absent(String what, String reason) implements Opened {}
  }

  @Override
  public List<TrafficReading> read(
      TrafficChoice choice, LinkedCluster cluster, TrafficQuestion question) {
    var tasks = new ArrayList<Task<TrafficReading>>();
    choice
        .servers()
        .forEach(
            (kind, place) ->
                tasks.add(
                    background.start(
                        "asking " + kind.title(),
                        question.within().plus(GRACE),
                        () -> ask(kind, place, cluster, question))));
    var readings = new ArrayList<TrafficReading>();
    for (Task<TrafficReading> task : tasks) {
      readings.add(await(task));
    }
    return readings;
  }

  @Override
  public Map<String, String> names() {
    return settings.get().traffic().names();
  }

  private TrafficReading ask(
      TelemetryKind kind, Place place, LinkedCluster cluster, TrafficQuestion question)
      throws InterruptedException {
    var simulated = cluster.actions().traffic(question.now());
    if (place instanceof Place.InCluster && simulated.isPresent()) {
      return simulated(kind, simulated.get());
    }
    return switch (open(kind, place, cluster)) {
      case Opened.Nothing nothing ->
          new TrafficReading.Unanswered(nothing.what(), nothing.reason());
      case Opened.Absent nobody -> new TrafficReading.Absent(nobody.what(), nobody.reason());
      case Opened.Server server -> {
        try {
          yield server.source().read(question);
        } finally {
          server.close().run();
        }
      }
    };
  }

  /** It is counted as a mesh counts, and that is told by Prometheus. */
  private static TrafficReading simulated(TelemetryKind kind, TrafficReport report) {
    return kind == TelemetryKind.PROMETHEUS
        ? new TrafficReading.Answered(report, List.of())
        : new TrafficReading.Absent(kind.title(), "the demo has none");
  }

  private Opened open(TelemetryKind kind, Place place, LinkedCluster cluster) {
    return switch (place) {
      case Place.At(String url) -> at(kind, url);
      case Place.InCluster ignored -> inCluster(kind, cluster);
    };
  }

  /** In the namespaces that are looked at, then in the others: it mostly has one of its own. */
  private static Opened inCluster(TelemetryKind kind, LinkedCluster cluster) {
    var id = cluster.source().cluster();
    var near = TelemetryFinder.find(cluster.source().state(), kind);
    if (near.isPresent()) {
      return proxied(cluster, near.get());
    }
    return switch (cluster.actions().services().list(id)) {
      case Listing.All all ->
          TelemetryFinder.find(all.services().stream(), kind)
              .map(far -> proxied(cluster, far))
              .orElseGet(() -> absent(kind, id, ""));
      case Listing.Failed(String reason) -> absent(kind, id, " (" + reason + ")");
    };
  }

  /** Who may not use the proxy is not made to try: each try would stand in an audit log. */
  private static Opened proxied(LinkedCluster cluster, FoundServer found) {
    var service = found.service();
    var door = new Door(service.namespace(), service.name(), found.port(), found.tls());
    var read = new Action("get", service, "proxy");
    if (cluster.actions().mayI(read) instanceof Permission.Denied(String reason)) {
      return new Opened.Absent(
          found.kind().title() + " at " + door.describe(),
          "you may not get services/proxy there (" + reason + ")");
    }
    var endpoint = new ProxiedEndpoint(cluster.actions().services(), door);
    return new Opened.Server(source(found.kind(), endpoint, Map.of()), () -> {});
  }

  private static Opened absent(TelemetryKind kind, ClusterId id, String why) {
    return new Opened.Absent(
        kind.title(), "no Service of " + id + " looks like it" + why + "; give its URL");
  }

  private Opened at(TelemetryKind kind, String url) {
    var set = settings.get().traffic();
    return switch (ServerAccess.of(set, url)) {
      case ServerAccess.Nothing(String reason) -> new Opened.Nothing(kind.title(), reason);
      case ServerAccess.Known(var access) ->
          switch (HttpEndpoint.open(url, access)) {
            case HttpEndpoint.Opening.Refused(String reason) ->
                new Opened.Nothing(kind.title(), reason);
            case HttpEndpoint.Opening.Opened(HttpEndpoint endpoint) -> {
              var labels = set.server(url).map(TelemetryServer::labels).orElse(Map.of());
              yield new Opened.Server(source(kind, endpoint, labels), endpoint::close);
            }
          };
    };
  }

  private static TrafficSource source(
      TelemetryKind kind, Endpoint endpoint, Map<String, String> labels) {
    return switch (kind) {
      case PROMETHEUS -> new PrometheusSource(endpoint, new Matchers(labels));
      case ZIPKIN -> new ZipkinSource(endpoint);
      case JAEGER -> new JaegerSource(endpoint);
    };
  }

  private static TrafficReading await(Task<TrafficReading> task) {
    try {
      return switch (task.await()) {
        case Outcome.Done<TrafficReading> done -> done.value();
        case Outcome.TimedOut<TrafficReading> _ ->
            new TrafficReading.Unanswered(server(task), "it did not end in time");
        case Outcome.Failed<TrafficReading> _ ->
            new TrafficReading.Unanswered(server(task), "asking failed, see the log");
        case Outcome.Cancelled<TrafficReading> _ ->
            new TrafficReading.Unanswered(server(task), "it was given up");
      };
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new TrafficReading.Unanswered(server(task), "it was given up");
    }
  }

  private static String server(Task<TrafficReading> task) {
    return task.what().replace("asking ", "");
  }
}
