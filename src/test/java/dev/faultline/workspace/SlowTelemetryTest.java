package dev.faultline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.concurrent.Background;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.demo.DemoShop;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.workspace.TrafficChoice.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Telemetry that does not answer, answers late or is none: what the engineer sees meanwhile. */
class SlowTelemetryTest {

  private static final Place FOUND = new Place.InCluster();
  private static final Place NAMED = new Place.At("http://telemetry.example");

  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  private final DemoCluster demo = DemoCluster.incident(clock);
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Background background = new Background("test", (what, cause) -> failures.add(what));
  private final Telemetry telemetry = new Telemetry();
  private volatile TrafficChoice choice =
      new TrafficChoice(Map.of(TelemetryKind.PROMETHEUS, FOUND, TelemetryKind.ZIPKIN, FOUND));
  private final WorkspaceFeed feed =
      new WorkspaceFeed(
          (what, cause) -> failures.add(what + cause),
          new TrafficPolling(background, clock, telemetry, id -> choice, Duration.ofMillis(10)));

  @AfterEach
  void close() {
    feed.close();
    background.close();
    demo.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void theMapIsThereAndFollowsWhileNobodyAnswers() throws InterruptedException {
    feed.link(linked());
    assertThat(telemetry.asked.await(10, TimeUnit.SECONDS)).isTrue();

    until(() -> picture().catalog().find(DemoShop.CULPRIT).isPresent());
    var before = picture().state().at();
    clock.advance(Duration.ofMinutes(2));
    until(() -> picture().state().at().isAfter(before));

    assertThat(picture().traffic()).isEqualTo(ClusterTraffic.NONE);
    assertThat(picture().graph().drawnAtFirst()).isNotEmpty();
  }

  @Test
  void oneThatDoesNotAnswerHoldsUpNoOther() throws InterruptedException {
    feed.link(linked());
    assertThat(telemetry.asked.await(10, TimeUnit.SECONDS)).isTrue();

    telemetry.answer(TelemetryKind.PROMETHEUS);

    until(() -> sources().equals(List.of("Prometheus")));
    telemetry.answer(TelemetryKind.ZIPKIN);
    until(() -> sources().equals(List.of("Prometheus", "Zipkin")));
  }

  @Test
  void trafficAloneLetsNothingElseBeCalculatedAnew() throws InterruptedException {
    feed.link(linked());
    assertThat(telemetry.asked.await(10, TimeUnit.SECONDS)).isTrue();
    until(() -> hasPicture());
    var before = picture();

    telemetry.answer(TelemetryKind.PROMETHEUS);
    until(() -> !sources().isEmpty());

    assertThat(picture().catalog()).isSameAs(before.catalog());
    assertThat(picture().declared()).isSameAs(before.declared());
  }

  @Test
  void whatTheSettingsSayIsHeardWithoutANewLink() throws InterruptedException {
    telemetry.answer(TelemetryKind.PROMETHEUS);
    telemetry.answer(TelemetryKind.ZIPKIN);
    feed.link(linked());
    until(() -> sources().size() == 2);

    choice = new TrafficChoice(Map.of(TelemetryKind.ZIPKIN, FOUND));
    until(() -> sources().equals(List.of("Zipkin")));
    choice = new TrafficChoice(Map.of(TelemetryKind.JAEGER, FOUND));
    telemetry.answer(TelemetryKind.JAEGER);
    until(() -> sources().equals(List.of("Jaeger")));
  }

  @Test
  void whatOnlyLooksLikeAServerIsNoTroubleAndLeftInPeace() throws InterruptedException {
    telemetry.refuse(TelemetryKind.PROMETHEUS);
    telemetry.refuse(TelemetryKind.ZIPKIN);
    feed.link(linked());
    until(() -> picture().traffic().notes().size() == 2);

    assertThat(picture().traffic().complaints()).isEmpty();
    assertThat(picture().traffic().notes())
        .containsExactly(
            "no traffic data from Prometheus: it refuses the connection",
            "no traffic data from Zipkin: it refuses the connection");
    Thread.sleep(60);
    assertThat(telemetry.questions.get()).isLessThanOrEqualTo(4);
  }

  @Test
  void oneThatTheSettingsNameIsMissed() throws InterruptedException {
    choice = new TrafficChoice(Map.of(TelemetryKind.PROMETHEUS, NAMED));
    telemetry.refuse(TelemetryKind.PROMETHEUS);
    feed.link(linked());

    until(() -> !picture().traffic().complaints().isEmpty());

    assertThat(picture().traffic().since()).isEmpty();
  }

  @Test
  void oneThatFallsSilentIsMissedSinceItsLastAnswer() throws InterruptedException {
    telemetry.answer(TelemetryKind.PROMETHEUS);
    feed.link(linked());
    until(() -> !sources().isEmpty());
    var answered = clock.instant();

    telemetry.refuse(TelemetryKind.PROMETHEUS);
    clock.advance(Duration.ofMinutes(4));
    until(() -> !picture().traffic().complaints().isEmpty());

    assertThat(picture().traffic().since()).contains(answered);
    assertThat(sources()).containsExactly("Prometheus");
    telemetry.answer(TelemetryKind.PROMETHEUS);
    until(() -> picture().traffic().since().isEmpty());
  }

  @Test
  void ofWhatIsUnlinkedNobodyAsksAnyLonger() throws InterruptedException {
    feed.link(linked());
    assertThat(telemetry.asked.await(10, TimeUnit.SECONDS)).isTrue();

    feed.unlink(DemoCluster.ID);

    until(() -> background.running() == 0);
    assertThat(feed.workspace().clusters()).isEmpty();
  }

  /** The demo as a real cluster is: it knows nothing of its traffic itself. */
  private LinkedCluster linked() {
    return new LinkedCluster(demo.source(), new Unknowing(demo.actions()), demo.linked().safety());
  }

  private record Unknowing(ClusterActions behind) implements ClusterActions {
    @Override
    public Reading read(ResourceRef ref) {
      return behind.read(ref);
    }

    @Override
    public Permission mayI(Action action) {
      return behind.mayI(action);
    }

    @Override
    public WriteResult write(Write write) {
      return behind.write(write);
    }

    @Override
    public LogReading logs(LogRequest request) {
      return behind.logs(request);
    }

    @Override
    public LogEnd followLogs(LogRequest request, Consumer<String> lines)
        throws InterruptedException {
      return behind.followLogs(request, lines);
    }
  }

  private List<String> sources() {
    return picture().traffic().reports().stream().map(TrafficReport::source).toList();
  }

  private boolean hasPicture() {
    return feed.workspace().cluster(DemoCluster.ID).isPresent();
  }

  private ClusterPicture picture() {
    return feed.workspace().cluster(DemoCluster.ID).orElseThrow();
  }

  private void until(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!holds(condition)) {
      assertThat(System.nanoTime()).as("not within 20 s").isLessThan(end);
      Thread.sleep(5);
    }
  }

  private boolean holds(BooleanSupplier condition) {
    try {
      return condition.getAsBoolean();
    } catch (java.util.NoSuchElementException e) {
      return false; // There is no picture yet.
    }
  }

  /** Does not answer until it is told what to say. */
  private static final class Telemetry implements TrafficReader {
    private final CountDownLatch asked = new CountDownLatch(2);
    private final AtomicInteger questions = new AtomicInteger();
    private final Map<TelemetryKind, TrafficReading> answers = new ConcurrentHashMap<>();

    void answer(TelemetryKind kind) {
      answers.put(
          kind, new TrafficReading.Answered(new TrafficReport(kind.title(), List.of()), List.of()));
    }

    void refuse(TelemetryKind kind) {
      answers.put(kind, new TrafficReading.Unanswered(kind.title(), "it refuses the connection"));
    }

    @Override
    public List<TrafficReading> read(
        TrafficChoice choice, LinkedCluster cluster, TrafficQuestion question) {
      var kind = choice.servers().keySet().iterator().next();
      questions.incrementAndGet();
      asked.countDown();
      try {
        while (!answers.containsKey(kind)) {
          Thread.sleep(2);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return List.of(new TrafficReading.Unanswered(kind.title(), "it was given up"));
      }
      return List.of(answers.getOrDefault(kind, new TrafficReading.Absent(kind.title(), "")));
    }

    @Override
    public Map<String, String> names() {
      return Map.of();
    }
  }
}
