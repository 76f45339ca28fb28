package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.concurrent.Background;
import dev.faultline.graph.TrafficMerge;
import dev.faultline.model.ClusterId;
import dev.faultline.telemetry.LastingTraffic;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.TrafficSource;
import dev.faultline.workspace.TrafficChoice.Place;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks the telemetry servers of each linked cluster again and again, once its first picture is
 * complete: nothing waits for traffic. What a server answered before holds until it answers again,
 * and who was not there is looked for ever more rarely.
 */
public final class TrafficPolling implements TrafficFollower {

  /** Figures are of the last five minutes; more often they would hardly change. */
  public static final Duration EVERY = Duration.ofSeconds(30);

  private static final Duration UNTIL_COMPLETE = Duration.ofMillis(500);

  /** In rounds: a server that is installed meanwhile is found within five minutes. */
  private static final int ROUNDS_WITHOUT = 10;

  private final Background background;
  private final InstantSource clock;
  private final TrafficReader reader;
  private final Function<ClusterId, TrafficChoice> choices;
  private final Duration every;

  /**
   * @param choices which servers to ask about a cluster
   */
  public TrafficPolling(
      Background background,
      InstantSource clock,
      TrafficReader reader,
      Function<ClusterId, TrafficChoice> choices,
      Duration every) {
    this.background = background;
    this.clock = clock;
    this.reader = reader;
    this.choices = choices;
    this.every = every;
  }

  @Override
  public Subscription follow(LinkedCluster cluster, Consumer<ClusterTraffic> receiver) {
    var id = cluster.source().cluster();
    var task =
        background.keepRunning("traffic of " + id, () -> ask(cluster, choices.apply(id), receiver));
    return task::cancel;
  }

  private void ask(LinkedCluster cluster, TrafficChoice choice, Consumer<ClusterTraffic> receiver)
      throws InterruptedException {
    var servers = new ArrayList<Server>();
    choice.servers().forEach((kind, place) -> servers.add(new Server(kind, place, cluster)));
    while (!servers.isEmpty()) {
      while (Loading.isLoading(cluster.source().state())) {
        Thread.sleep(UNTIL_COMPLETE);
      }
      receiver.accept(look(cluster, servers, clock.instant()));
      Thread.sleep(every);
    }
  }

  private ClusterTraffic look(LinkedCluster cluster, List<Server> servers, Instant now)
      throws InterruptedException {
    var names = reader.names();
    var known = TrafficMerge.plainNames(cluster.source().state(), names);
    var question = TrafficQuestion.at(now).knowing(known);
    var readings = new ArrayList<TrafficReading>();
    for (Server server : servers) {
      readings.add(server.read(question));
    }
    // That there is no such server in a cluster is no trouble: nobody asked for one.
    readings.removeIf(TrafficReading.Absent.class::isInstance);
    return ClusterTraffic.of(readings, names);
  }

  /** One server, or the place where one may be some day. */
  private final class Server {
    private final TrafficSource source;
    private final TelemetryKind kind;
    private int rest;

    Server(TelemetryKind kind, Place place, LinkedCluster cluster) {
      this.kind = kind;
      this.source = new LastingTraffic(new Asked(kind, place, cluster));
    }

    TrafficReading read(TrafficQuestion question) throws InterruptedException {
      if (rest > 0) {
        rest--;
        return new TrafficReading.Absent(kind.title(), "it was not there a moment ago");
      }
      var reading = source.read(question);
      rest = reading instanceof TrafficReading.Absent ? ROUNDS_WITHOUT : 0;
      return reading;
    }
  }

  private final class Asked implements TrafficSource {
    private final TelemetryKind kind;
    private final Place place;
    private final LinkedCluster cluster;

    Asked(TelemetryKind kind, Place place, LinkedCluster cluster) {
      this.kind = kind;
      this.place = place;
      this.cluster = cluster;
    }

    @Override
    public String describe() {
      return kind.title();
    }

    @Override
    public TrafficReading read(TrafficQuestion question) {
      return reader.read(new TrafficChoice(Map.of(kind, place)), cluster, question).getFirst();
    }
  }
}
