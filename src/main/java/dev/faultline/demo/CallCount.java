package dev.faultline.demo;

import dev.faultline.demo.ShopCalls.Call;
import dev.faultline.model.traffic.SeenTime;
import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalDouble;

/** What went over one call of the shop: its rate is the same from one change to the next. */
final class CallCount {

  /** Rates are those of the last minute, and so is silence. */
  static final Duration RECENT = Duration.ofMinutes(1);

  /** What is longer ago is forgotten, as a telemetry server forgets. */
  private static final Duration MEMORY = Duration.ofDays(1);

  /** After so long whoever calls gives up. */
  private static final double TIMEOUT = 1000;

  /** A time from which on calls came at a rate; {@code errors} of them, as a share, failed. */
  private record Span(Instant from, double rate, double errors) {}

  private final Call call;
  private final Deque<Span> spans = new ArrayDeque<>();
  private Optional<Instant> first = Optional.empty();
  private Instant last = Instant.MIN;

  CallCount(Call call) {
    this.call = call;
  }

  /** From now on calls come at this rate. */
  void change(Instant now, double rate, double errors) {
    var before = spans.peekLast();
    if (before != null && before.rate() == rate && before.errors() == errors) {
      return;
    }
    see(now);
    spans.addLast(new Span(now, rate, errors));
    forget(now);
    if (rate > 0 && first.isEmpty()) {
      first = Optional.of(now);
    }
  }

  /** The edge, if anything went over it within a day. */
  Optional<TrafficEdge> edge(Instant now) {
    see(now);
    var oldest = now.minus(MEMORY);
    if (first.isEmpty() || last.isBefore(oldest)) {
      return Optional.empty();
    }
    double rate = average(now, false);
    double errors = rate == 0 ? 0 : average(now, true) / rate;
    var since = first.filter(start -> start.isAfter(oldest)).orElse(oldest);
    return Optional.of(
        new TrafficEdge(
            ShopTraffic.VIA,
            workload(call.caller()),
            workload(call.callee()),
            true,
            rate == 0 ? TrafficFigures.none(TrafficUnit.REQUESTS) : figures(rate, errors),
            new SeenTime(since, last, rate == 0)));
  }

  private TrafficFigures figures(double rate, double errors) {
    double latency = errors > 0.05 ? TIMEOUT : call.milliseconds();
    return new TrafficFigures(
        TrafficUnit.REQUESTS,
        rate,
        OptionalDouble.of(errors),
        Optional.of(Duration.ofNanos((long) (latency * 1e6))));
  }

  private void see(Instant now) {
    var current = spans.peekLast();
    if (current != null && current.rate() > 0) {
      last = now;
    }
  }

  private void forget(Instant now) {
    var begin = now.minus(RECENT);
    while (spans.size() > 1 && !second().from().isAfter(begin)) {
      spans.removeFirst();
    }
  }

  private Span second() {
    var all = spans.iterator();
    all.next();
    return all.next();
  }

  /** Calls a second within the last minute, or failures. */
  private double average(Instant now, boolean failed) {
    var begin = now.minus(RECENT);
    double sum = 0;
    var end = now;
    for (var all = spans.descendingIterator(); all.hasNext() && end.isAfter(begin); ) {
      var span = all.next();
      var from = span.from().isBefore(begin) ? begin : span.from();
      double seconds = Duration.between(from, end).toNanos() / 1e9;
      sum += seconds * span.rate() * (failed ? span.errors() : 1);
      end = from;
    }
    return sum / RECENT.toSeconds();
  }

  private static TrafficPeer workload(String path) {
    int slash = path.indexOf('/');
    return new TrafficPeer.OfWorkload(
        path.substring(0, slash), path.substring(slash + 1), Optional.empty());
  }
}
