package dev.faultline.telemetry.zipkin;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.telemetry.Budget;
import dev.faultline.telemetry.CallTable;
import dev.faultline.telemetry.Documents;
import dev.faultline.telemetry.Documents.Reply;
import dev.faultline.telemetry.Endpoint;
import dev.faultline.telemetry.SpanAttributes;
import dev.faultline.telemetry.TimeSlices;
import dev.faultline.telemetry.TimeSlices.Slice;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.TrafficSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the dependencies that <a href="https://zipkin.io/zipkin-api/">Zipkin</a> makes of traces. A
 * Zipkin whose dependencies are made by a daily job tells days apart, not minutes.
 */
public final class ZipkinSource implements TrafficSource {

  private static final int MOST_BYTES = 8 * 1024 * 1024;
  private static final int TRACES = 50;

  private final Endpoint endpoint;
  private final Documents documents;

  public ZipkinSource(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.documents = new Documents(endpoint, MOST_BYTES);
  }

  @Override
  public String describe() {
    return "Zipkin at " + endpoint.describe();
  }

  @Override
  public TrafficReading read(TrafficQuestion question) throws InterruptedException {
    var budget = new Budget(question.within());
    var slices = TimeSlices.of(question);
    var calls = new CallTable(slices, true);
    var notes = new ArrayList<String>();
    for (Slice slice : slices.slices()) {
      switch (documents.get("/api/v2/dependencies", times(slice), budget.left())) {
        case Reply.Value(JsonArray links) -> add(links, slice, calls);
        case Reply.Value ignored -> {
          return new TrafficReading.Unanswered(describe(), "its answer is not one of Zipkin");
        }
        case Reply.Nothing nothing when slice.equals(slices.newest()) -> {
          return new TrafficReading.Unanswered(describe(), nothing.reason());
        }
        case Reply.Nothing nothing ->
            notes.add("no dependencies before " + slice.end() + ": " + nothing.reason());
      }
    }
    var attributes =
        question.known().containsAll(calls.names())
            ? Map.<String, Map<String, String>>of()
            : attributes(slices, budget);
    return new TrafficReading.Answered(
        new TrafficReport(describe(), calls.edges("Zipkin", attributes)), notes);
  }

  private static Map<String, String> times(Slice slice) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("endTs", Long.toString(slice.end().toEpochMilli()));
    parameters.put("lookback", Long.toString(slice.length().toMillis()));
    return parameters;
  }

  private static void add(JsonArray links, Slice slice, CallTable calls) {
    links
        .objects()
        .forEach(
            link ->
                calls.add(
                    slice,
                    link.text("parent").orElse(""),
                    link.text("child").orElse(""),
                    link.number("callCount").orElse(0),
                    link.number("errorCount").orElse(0)));
  }

  /** What some of the newest spans say of where they come from; one request for all services. */
  private Map<String, Map<String, String>> attributes(TimeSlices slices, Budget budget)
      throws InterruptedException {
    var all = new Slice(slices.slices().getLast().start(), slices.newest().end());
    var parameters = new LinkedHashMap<>(times(all));
    parameters.put("limit", Integer.toString(TRACES));
    var found = new HashMap<String, Map<String, String>>();
    if (documents.get("/api/v2/traces", parameters, budget.left())
        instanceof Reply.Value(JsonArray traces)) {
      traces.items().forEach(trace -> addAttributes(trace, found));
    }
    return found;
  }

  private static void addAttributes(Json trace, Map<String, Map<String, String>> found) {
    if (!(trace instanceof JsonArray spans)) {
      return;
    }
    spans
        .objects()
        .forEach(
            span -> {
              var tags = SpanAttributes.of(span.texts("tags"));
              var service = span.text("localEndpoint", "serviceName").orElse("");
              if (!tags.isEmpty() && !service.isEmpty()) {
                found.putIfAbsent(service, tags);
              }
            });
  }
}
