package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.concurrent.Background;
import dev.faultline.graph.TrafficMerge;
import dev.faultline.model.ClusterId;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.TrafficSource;
import dev.faultline.workspace.TrafficChoice.Place;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Asks the telemetry servers of each linked cluster again and again, once its first picture is
 * complete: nothing waits for traffic, and no server for another. What a server answered before
 * holds until it answers again, and who was not there is looked for more rarely. Which servers to
 * ask is looked up each time, so that a change of the settings needs no new link.
 */
public final class TrafficPolling implements TrafficFollower {

  /** Figures are of the last five minutes; more often they would hardly change. */
  public static final Duration EVERY = Duration.ofSeconds(30);

  /** What part of the interval passes before the first question. */
  private static final int AT_FIRST = 10;

  private static final Duration UNTIL_COMPLETE = Duration.ofMillis(500);

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
    var news = new TrafficNews(receiver, reader::names);
    tellWhatIsKnown(cluster, news);
    var tasks =
        Arrays.stream(TelemetryKind.values())
            .map(
                kind ->
                    background.keepRunning(
                        kind.title() + " of " + cluster.source().cluster(),
                        () -> ask(cluster, kind, news)))
            .toList();
    return () -> {
      news.close();
      tasks.forEach(task -> task.cancel());
    };
  }

  /** Who knows of its traffic without asking anybody has it in the first picture already. */
  private void tellWhatIsKnown(LinkedCluster cluster, TrafficNews news) {
    if (place(cluster, TelemetryKind.PROMETHEUS).isEmpty()) {
      return; // Nobody wants to know.
    }
    cluster
        .actions()
        .traffic(clock.instant())
        .map(report -> new TrafficReading.Answered(report, List.of()))
        .ifPresent(known -> news.tell(TelemetryKind.PROMETHEUS, known));
  }

  private void ask(LinkedCluster cluster, TelemetryKind kind, TrafficNews news)
      throws InterruptedException {
    var server = Optional.<PolledServer>empty();
    // The first picture is being drawn, and has the processor to itself.
    Thread.sleep(every.dividedBy(AT_FIRST));
    while (true) {
      while (Loading.isLoading(cluster.source().state())) {
        Thread.sleep(UNTIL_COMPLETE);
      }
      var place = place(cluster, kind);
      server = place.map(wanted -> new PolledServer(wanted, asked(cluster, kind, wanted)));
      while (place.equals(place(cluster, kind))) {
        if (server.isPresent()) {
          news.tell(kind, server.get().read(question(cluster)));
        } else {
          news.forget(kind);
        }
        Thread.sleep(every);
      }
    }
  }

  private TrafficSource asked(LinkedCluster cluster, TelemetryKind kind, Place place) {
    var choice = new TrafficChoice(Map.of(kind, place));
    return new TrafficSource() {
      @Override
      public String describe() {
        return kind.title();
      }

      @Override
      public TrafficReading read(TrafficQuestion question) {
        return reader.read(choice, cluster, question).getFirst();
      }
    };
  }

  private Optional<Place> place(LinkedCluster cluster, TelemetryKind kind) {
    var chosen = choices.apply(cluster.source().cluster()).servers();
    return Optional.ofNullable(chosen.get(kind));
  }

  private TrafficQuestion question(LinkedCluster cluster) {
    var state = cluster.source().state();
    return TrafficQuestion.at(clock.instant())
        .knowing(TrafficMerge.plainNames(state, reader.names()));
  }
}
