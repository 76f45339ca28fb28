package dev.faultline.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.traffic.TrafficReport;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** A source that fails after it has answered. */
class LastingTrafficTest {

  private static final Instant THREE = Instant.parse("2026-03-01T03:00:00Z");

  private final Queue<TrafficReading> readings = new ArrayDeque<>();
  private final TrafficSource source = new LastingTraffic(new Planned());

  @Test
  void whatWasKnownIsKeptAndItsAgeIsTold() throws InterruptedException {
    var report = new TrafficReport("Prometheus at x", List.of());
    readings.add(new TrafficReading.Answered(report, List.of()));
    readings.add(new TrafficReading.Unanswered("Prometheus at x", "it refuses the connection"));
    readings.add(new TrafficReading.Unanswered("Prometheus at x", "it can't be reached"));

    assertThat(source.read(TrafficQuestion.at(THREE)).complaint()).isEmpty();
    source.read(TrafficQuestion.at(THREE.plusSeconds(60)));
    var later = source.read(TrafficQuestion.at(THREE.plusSeconds(120)));

    assertThat(later)
        .isEqualTo(
            new TrafficReading.Outdated("Prometheus at x", "it can't be reached", THREE, report));
    assertThat(later.complaint())
        .contains(
            "no traffic data from Prometheus at x since 2026-03-01T03:00:00Z: it can't be reached");
  }

  @Test
  void aSourceThatNeverAnsweredHasNothingToKeep() throws InterruptedException {
    readings.add(new TrafficReading.Unanswered("Zipkin at y", "it can't be reached"));

    assertThat(source.read(TrafficQuestion.at(THREE)).complaint())
        .contains("no traffic data from Zipkin at y: it can't be reached");
  }

  private final class Planned implements TrafficSource {
    @Override
    public String describe() {
      return "planned";
    }

    @Override
    public TrafficReading read(TrafficQuestion question) {
      return readings.remove();
    }
  }
}
