package dev.faultline.telemetry.prometheus;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import dev.faultline.telemetry.Budget;
import dev.faultline.telemetry.Documents;
import dev.faultline.telemetry.Documents.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The query interface of Prometheus ({@code /api/v1}), which Thanos and Mimir have as well. */
final class PrometheusApi {

  private static final String MATRIX_OR_VECTOR = "result";

  private final Documents documents;
  private final Budget budget;
  private final Set<String> warnings = new LinkedHashSet<>();

  PrometheusApi(Documents documents, Budget budget) {
    this.documents = documents;
    this.budget = budget;
  }

  /** What came back. */
  sealed interface Found<T> {
    record Rows<T>(List<T> rows) implements Found<T> {}

    record Nothing<T>(String reason) implements Found<T> {}
  }

  /** One series at one moment. */
  record Sample(Labels labels, double value) {}

  /** One series over time: the first and the last moment at which it has a value. */
  record Span(Labels labels, Instant first, Instant last) {}

  /** Warnings of all answers so far, such as that a store of Thanos gave none. */
  List<String> warnings() {
    return List.copyOf(warnings);
  }

  /** The names of metrics which have series since then that fulfil the selector. */
  Found<String> names(String selector, Instant since, Instant until) throws InterruptedException {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("match[]", selector);
    parameters.put("start", text(since));
    parameters.put("end", text(until));
    return switch (ask("/api/v1/label/__name__/values", parameters)) {
      case Found.Nothing<JsonObject>(String reason) -> new Found.Nothing<>(reason);
      case Found.Rows<JsonObject> answer ->
          new Found.Rows<>(answer.rows().getFirst().array("data").texts());
    };
  }

  Found<Sample> query(String expression, Instant at) throws InterruptedException {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("query", expression);
    parameters.put("time", text(at));
    parameters.put("timeout", timeout());
    return switch (ask("/api/v1/query", parameters)) {
      case Found.Nothing<JsonObject>(String reason) -> new Found.Nothing<>(reason);
      case Found.Rows<JsonObject> answer ->
          new Found.Rows<>(
              answer
                  .rows()
                  .getFirst()
                  .objects("data", MATRIX_OR_VECTOR)
                  .map(row -> new Sample(labels(row), value(row.array("value"))))
                  .filter(sample -> Double.isFinite(sample.value()))
                  .toList());
    };
  }

  Found<Span> range(String expression, Instant start, Instant end, Duration step)
      throws InterruptedException {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("query", expression);
    parameters.put("start", text(start));
    parameters.put("end", text(end));
    parameters.put("step", Long.toString(step.toSeconds()));
    parameters.put("timeout", timeout());
    return switch (ask("/api/v1/query_range", parameters)) {
      case Found.Nothing<JsonObject>(String reason) -> new Found.Nothing<>(reason);
      case Found.Rows<JsonObject> answer ->
          new Found.Rows<>(
              answer
                  .rows()
                  .getFirst()
                  .objects("data", MATRIX_OR_VECTOR)
                  .filter(row -> !row.array("values").items().isEmpty())
                  .map(PrometheusApi::span)
                  .toList());
    };
  }

  private static Span span(JsonObject row) {
    var points = row.array("values").items();
    return new Span(labels(row), moment(points.getFirst()), moment(points.getLast()));
  }

  /** One object, or why there is none. */
  private Found<JsonObject> ask(String path, Map<String, String> parameters)
      throws InterruptedException {
    if (budget.isSpent()) {
      return new Found.Nothing<>("there was no time left to ask");
    }
    return switch (documents.get(path, parameters, budget.left())) {
      case Reply.Nothing nothing -> new Found.Nothing<>(nothing.reason());
      case Reply.Value(JsonObject answer)
          when answer.text("status").orElse("").equals("success") -> {
        answer.array("warnings").texts().forEach(text -> warnings.add(Documents.plain(text)));
        yield new Found.Rows<>(List.of(answer));
      }
      case Reply.Value ignored -> new Found.Nothing<>("its answer is not one of Prometheus");
    };
  }

  private String timeout() {
    return Math.max(1, budget.left().toSeconds()) + "s";
  }

  private static Labels labels(JsonObject row) {
    return new Labels(row.texts("metric"));
  }

  /** The number in {@code [time, "number"]}; NaN where there is none. */
  private static double value(JsonArray point) {
    var texts = point.texts();
    try {
      return texts.size() == 2 ? Double.parseDouble(texts.get(1)) : Double.NaN;
    } catch (NumberFormatException e) {
      return switch (texts.get(1)) {
        case "+Inf" -> Double.POSITIVE_INFINITY;
        default -> Double.NaN;
      };
    }
  }

  private static Instant moment(Json point) {
    var seconds =
        point instanceof JsonArray pair && !pair.items().isEmpty() ? pair.texts().getFirst() : "0";
    return Instant.ofEpochMilli((long) (Double.parseDouble(seconds) * 1000));
  }

  private static String text(Instant at) {
    return Double.toString(at.toEpochMilli() / 1000.0).contains("E")
        ? Long.toString(at.getEpochSecond())
        : Double.toString(at.toEpochMilli() / 1000.0);
  }
}
