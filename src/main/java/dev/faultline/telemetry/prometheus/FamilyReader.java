package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.prometheus.PrometheusApi.Found;
import dev.faultline.telemetry.prometheus.PrometheusApi.Sample;
import dev.faultline.telemetry.prometheus.PrometheusApi.Span;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads one family of metrics. What cannot be read is told, and the rest is used. */
final class FamilyReader {

  /** So many steps of history are asked for: each step of each edge is a number in the answer. */
  private static final int STEPS = 48;

  private static final Duration SHORTEST_STEP = Duration.ofMinutes(1);

  private final EdgeFamily family;
  private final PrometheusApi api;
  private final TrafficQuestion question;
  private final Promql promql;
  private final EdgeTable table;
  private final List<String> notes = new ArrayList<>();

  FamilyReader(EdgeFamily family, Matchers matchers, PrometheusApi api, TrafficQuestion question) {
    this.family = family;
    this.api = api;
    this.question = question;
    this.promql = new Promql(family, matchers);
    this.table = new EdgeTable(family, question.now(), step(question));
  }

  private static Duration step(TrafficQuestion question) {
    var step = question.lookback().dividedBy(STEPS);
    var least = question.recent().compareTo(SHORTEST_STEP) < 0 ? SHORTEST_STEP : question.recent();
    return Duration.ofSeconds(Math.max(step.toSeconds(), least.toSeconds()));
  }

  /** Asks; whether there was any answer at all. */
  boolean read() throws InterruptedException {
    boolean now = samples("traffic", Optional.of(promql.rate(question.recent())), table::rate);
    if (now) {
      var errors = promql.errors(question.recent());
      if (samples("failures", errors, table::errors) && errors.isPresent()) {
        table.errorsKnown();
      }
      samples("latencies", promql.latency(question.recent()), table::latency);
    }
    return history() || now;
  }

  private boolean samples(String what, Optional<String> expression, Consumer<Sample> each)
      throws InterruptedException {
    if (expression.isEmpty()) {
      return true;
    }
    return switch (api.query(expression.get(), question.now())) {
      case Found.Rows<Sample> found -> {
        found.rows().forEach(each);
        yield true;
      }
      case Found.Nothing<Sample>(String reason) -> {
        notes.add("no " + what + " of " + family.title() + ": " + reason);
        yield false;
      }
    };
  }

  private boolean history() throws InterruptedException {
    var step = step(question);
    var start = question.now().minus(question.lookback());
    return switch (api.range(promql.history(step), start, question.now(), step)) {
      case Found.Rows<Span> found -> {
        found.rows().forEach(table::history);
        yield true;
      }
      case Found.Nothing<Span>(String reason) -> {
        notes.add(
            "no history of " + family.title() + ", so what went quiet is not known: " + reason);
        yield false;
      }
    };
  }

  List<TrafficEdge> edges() {
    return table.edges();
  }

  List<String> notes() {
    var all = new ArrayList<>(notes);
    table.note().ifPresent(all::add);
    return all;
  }
}
