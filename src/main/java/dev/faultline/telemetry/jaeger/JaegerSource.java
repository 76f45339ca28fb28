package dev.faultline.telemetry.jaeger;

import dev.faultline.model.json.JsonObject;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.telemetry.Budget;
import dev.faultline.telemetry.CallTable;
import dev.faultline.telemetry.Documents;
import dev.faultline.telemetry.Documents.Reply;
import dev.faultline.telemetry.Endpoint;
import dev.faultline.telemetry.TimeSlices;
import dev.faultline.telemetry.TimeSlices.Slice;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.TrafficSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;

/**
 * Reads the dependencies that <a href="https://www.jaegertracing.io/docs/latest/apis/">Jaeger</a>
 * makes of traces. It does not count failures.
 */
public final class JaegerSource implements TrafficSource {

  private static final int MOST_BYTES = 8 * 1024 * 1024;

  private final Endpoint endpoint;
  private final Documents documents;

  public JaegerSource(Endpoint endpoint) {
    this.endpoint = endpoint;
    this.documents = new Documents(endpoint, MOST_BYTES);
  }

  @Override
  public String describe() {
    return "Jaeger at " + endpoint.describe();
  }

  @Override
  public TrafficReading read(TrafficQuestion question) throws InterruptedException {
    var budget = new Budget(question.within());
    var slices = TimeSlices.of(question);
    var calls = new CallTable(slices, false);
    var notes = new ArrayList<String>();
    for (Slice slice : slices.slices()) {
      switch (dependencies(slice, budget)) {
        case Reply.Value(JsonObject answer) when answer.find("data").isPresent() ->
            add(answer, slice, calls);
        case Reply.Value ignored -> {
          return new TrafficReading.Unanswered(describe(), "its answer is not one of Jaeger");
        }
        case Reply.Nothing nothing when slice.equals(slices.newest()) -> {
          return new TrafficReading.Unanswered(describe(), nothing.reason());
        }
        case Reply.Nothing nothing ->
            notes.add("no dependencies before " + slice.end() + ": " + nothing.reason());
      }
    }
    var unclear = calls.names();
    unclear.removeAll(question.known());
    var attributes = new JaegerResources(documents, budget, question).find(unclear);
    return new TrafficReading.Answered(
        new TrafficReport(describe(), calls.edges("Jaeger", attributes)), notes);
  }

  private Reply dependencies(Slice slice, Budget budget) throws InterruptedException {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("endTs", Long.toString(slice.end().toEpochMilli()));
    parameters.put("lookback", Long.toString(slice.length().toMillis()));
    return documents.get("/api/dependencies", parameters, budget.left());
  }

  private static void add(JsonObject answer, Slice slice, CallTable calls) {
    answer
        .objects("data")
        .forEach(
            link ->
                calls.add(
                    slice,
                    link.text("parent").orElse(""),
                    link.text("child").orElse(""),
                    link.number("callCount").orElse(0),
                    0));
  }
}
