package dev.faultline.telemetry;

import dev.faultline.model.traffic.TrafficReport;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A source that remembers its last answer, for the time when it gives none. */
public final class LastingTraffic implements TrafficSource {

  private record Last(Instant at, TrafficReport report) {}

  private final TrafficSource behind;
  private final AtomicReference<@Nullable Last> last = new AtomicReference<>();

  public LastingTraffic(TrafficSource behind) {
    this.behind = behind;
  }

  @Override
  public String describe() {
    return behind.describe();
  }

  @Override
  public TrafficReading read(TrafficQuestion question) throws InterruptedException {
    return switch (behind.read(question)) {
      case TrafficReading.Answered answered -> {
        last.set(new Last(question.now(), answered.report()));
        yield answered;
      }
      case TrafficReading.Outdated outdated -> outdated;
      case TrafficReading.Unanswered none -> remembered(none, none.source(), none.reason());
      case TrafficReading.Absent none -> remembered(none, none.source(), none.reason());
    };
  }

  private TrafficReading remembered(TrafficReading none, String source, String reason) {
    var known = last.get();
    return known == null
        ? none
        : new TrafficReading.Outdated(source, reason, known.at(), known.report());
  }
}
