package dev.faultline.ui.service;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A moment in UTC, no longer than it has to be: today's by the second, older ones by the day. */
final class Moments {

  private static final DateTimeFormatter TODAY = format("HH:mm:ss");
  private static final DateTimeFormatter THIS_WEEK = format("EEE HH:mm");
  private static final DateTimeFormatter OLDER = format("d MMM");

  private Moments() {}

  static String shortUtc(Instant time, Instant now) {
    var age = Duration.between(time, now);
    if (age.compareTo(Duration.ofHours(20)) < 0) {
      return TODAY.format(time);
    }
    return (age.toDays() < 6 ? THIS_WEEK : OLDER).format(time);
  }

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
