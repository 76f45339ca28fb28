package dev.faultline.telemetry;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The time that is looked back on, cut into a few slices that grow with their age: servers of
 * traces sum up a time, and do not say when in it a call was made.
 *
 * @param slices the newest first
 */
public record TimeSlices(List<Slice> slices) {

  /** Traces are a sample: an edge of little traffic has none of them in a few minutes. */
  private static final int SPARSE = 3;

  /** How much further back each slice reaches, as multiples of the newest. */
  private static final int[] REACH = {1, 4, 24};

  public TimeSlices {
    slices = List.copyOf(slices);
  }

  /** From {@code start} to {@code end}. */
  public record Slice(Instant start, Instant end) {
    public Duration length() {
      return Duration.between(start, end);
    }
  }

  public static TimeSlices of(TrafficQuestion question) {
    var slices = new ArrayList<Slice>();
    var oldest = question.now().minus(question.lookback());
    var end = question.now();
    for (int reach : REACH) {
      var start = question.now().minus(question.recent().multipliedBy((long) SPARSE * reach));
      if (start.isAfter(oldest)) {
        slices.add(new Slice(start, end));
        end = start;
      }
    }
    slices.add(new Slice(oldest, end));
    return new TimeSlices(slices);
  }

  public Slice newest() {
    return slices.getFirst();
  }
}
