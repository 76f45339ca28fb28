package dev.faultline.text;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Times as people read them: UTC, with the age beside it. */
public final class Ages {

  private static final DateTimeFormatter UTC =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'").withZone(ZoneOffset.UTC);

  private static final DateTimeFormatter TIME_OF_DAY =
      DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

  private Ages() {}

  /** {@code 2026-01-31 02:14:07Z}. */
  public static String utc(Instant time) {
    return UTC.format(time);
  }

  /** {@code 2026-01-31 02:14:07Z (9 min ago)}, or a dash. */
  public static String utcWithAge(Optional<Instant> time, Instant now) {
    return time.map(t -> utc(t) + " (" + age(t, now) + " ago)").orElse("-");
  }

  /** {@code 45 s}, {@code 9 min 5 s}, {@code 3 d 9 h}: the two largest units; never negative. */
  public static String span(Duration span) {
    if (span.isNegative()) {
      return "0 s";
    }
    if (span.toDays() > 0) {
      return two(span.toDays(), "d", span.toHoursPart(), "h");
    }
    if (span.toHours() > 0) {
      return two(span.toHours(), "h", span.toMinutesPart(), "min");
    }
    return span.toMinutes() > 0
        ? two(span.toMinutes(), "min", span.toSecondsPart(), "s")
        : span.toSeconds() + " s";
  }

  private static String two(long large, String unit, long small, String smaller) {
    return large + " " + unit + (small == 0 ? "" : " " + small + " " + smaller);
  }

  /** {@code 02:14:07}, of a day that is told elsewhere. */
  public static String timeOfDay(Instant time) {
    return TIME_OF_DAY.format(time);
  }

  /** {@code 45 s}, {@code 9 min}, {@code 5 h}, {@code 12 d}: whole units, never negative. */
  public static String age(Instant time, Instant now) {
    Duration age = Duration.between(time, now);
    if (age.isNegative()) {
      return "0 s";
    }
    if (age.toSeconds() < 120) {
      return age.toSeconds() + " s";
    }
    if (age.toMinutes() < 120) {
      return age.toMinutes() + " min";
    }
    return age.toHours() < 48 ? age.toHours() + " h" : age.toDays() + " d";
  }
}
