package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.SeenTime;
import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.telemetry.prometheus.PrometheusApi.Sample;
import dev.faultline.telemetry.prometheus.PrometheusApi.Span;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Puts the answers for one family together, edge by edge. */
final class EdgeTable {

  private record Pair(TrafficPeer caller, TrafficPeer callee, boolean directed) {}

  /** What one vantage point counted on one edge. */
  private static final class Count {
    private double rate;
    private double errors;
    private Optional<Duration> latency = Optional.empty();
    private @Nullable Instant first;
    private @Nullable Instant last;
  }

  private final EdgeFamily family;
  private final Instant now;
  private final Duration step;
  private final Map<Pair, Map<String, Count>> counts = new LinkedHashMap<>();
  private boolean errorsKnown;
  private int unnamed;

  EdgeTable(EdgeFamily family, Instant now, Duration step) {
    this.family = family;
    this.now = now;
    this.step = step;
  }

  void rate(Sample sample) {
    if (sample.value() > 0) {
      add(sample.labels(), count -> count.rate += sample.value(), true);
    }
  }

  /** Failures were asked for and answered: an edge without a series of them has none. */
  void errorsKnown() {
    errorsKnown = true;
  }

  void errors(Sample sample) {
    add(sample.labels(), count -> count.errors += Math.max(0, sample.value()), false);
  }

  void latency(Sample sample) {
    boolean milliseconds = family.latency().map(EdgeFamily.Histogram::milliseconds).orElse(false);
    double nanos = sample.value() * (milliseconds ? 1e6 : 1e9);
    if (nanos >= 0 && nanos < Long.MAX_VALUE) {
      var measured = Duration.ofNanos(Math.round(nanos));
      add(
          sample.labels(),
          count -> count.latency = Optional.of(longer(count.latency, measured)),
          false);
    }
  }

  void history(Span span) {
    add(
        span.labels(),
        count -> {
          // A value at a moment speaks of the step that ends there.
          count.first = earlier(count.first, span.first().minus(step));
          count.last = later(count.last, span.last());
        },
        false);
  }

  private void add(Labels labels, Consumer<Count> change, boolean tell) {
    switch (family.ends().apply(labels)) {
      case Ends.Between ends -> change.accept(count(ends));
      case Ends.Unnamed ignored -> unnamed += tell ? 1 : 0;
      case Ends.WayBack ignored -> {
        // The calls themselves are counted in another series.
      }
    }
  }

  private Count count(Ends.Between ends) {
    return counts
        .computeIfAbsent(
            new Pair(ends.caller(), ends.callee(), ends.directed()), pair -> new HashMap<>())
        .computeIfAbsent(ends.vantage(), vantage -> new Count());
  }

  List<TrafficEdge> edges() {
    return counts.entrySet().stream()
        .flatMap(entry -> edge(entry.getKey(), entry.getValue().values()).stream())
        .toList();
  }

  /** What is left out, in words. */
  Optional<String> note() {
    return unnamed == 0
        ? Optional.empty()
        : Optional.of(
            family.title()
                + " counts traffic in "
                + unnamed
                + " series that do not name both ends; it is left out");
  }

  /** Of the vantage points the one that saw the most counts: the others saw the same calls. */
  private Optional<TrafficEdge> edge(Pair pair, Collection<Count> seenBy) {
    var most = seenBy.stream().max(Comparator.comparingDouble(count -> count.rate)).orElseThrow();
    var seen = seen(most.rate > 0, seenBy);
    return seen.map(
        time ->
            new TrafficEdge(
                family.title(),
                pair.caller(),
                pair.callee(),
                pair.directed(),
                figures(most),
                time));
  }

  private Optional<SeenTime> seen(boolean flows, Collection<Count> seenBy) {
    @Nullable Instant first = null;
    @Nullable Instant last = null;
    for (Count count : seenBy) {
      first = count.first == null ? first : earlier(first, count.first);
      last = count.last == null ? last : later(last, count.last);
    }
    if (flows) {
      return Optional.of(new SeenTime(first == null ? now : first, now, false));
    }
    if (first == null || last == null) {
      return Optional.empty();
    }
    // The last step ends now: what it saw is too fresh to be called quiet.
    return Optional.of(new SeenTime(first, last, last.isBefore(now)));
  }

  private TrafficFigures figures(Count count) {
    var share =
        errorsKnown && count.rate > 0
            ? OptionalDouble.of(Math.min(1, count.errors / count.rate))
            : OptionalDouble.empty();
    return new TrafficFigures(family.unit(), count.rate, share, count.latency);
  }

  private static Duration longer(Optional<Duration> known, Duration other) {
    return known.filter(one -> one.compareTo(other) > 0).orElse(other);
  }

  private static Instant earlier(@Nullable Instant known, Instant other) {
    return known != null && known.isBefore(other) ? known : other;
  }

  private static Instant later(@Nullable Instant known, Instant other) {
    return known != null && known.isAfter(other) ? known : other;
  }
}
