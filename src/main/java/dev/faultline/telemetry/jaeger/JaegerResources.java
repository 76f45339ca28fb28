package dev.faultline.telemetry.jaeger;

import dev.faultline.model.json.JsonObject;
import dev.faultline.telemetry.Budget;
import dev.faultline.telemetry.Documents;
import dev.faultline.telemetry.Documents.Reply;
import dev.faultline.telemetry.SpanAttributes;
import dev.faultline.telemetry.TrafficQuestion;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds out where services run whose names alone do not tell: from one trace of each, read through
 * version 3 of the interface where there is one.
 */
final class JaegerResources {

  private static final int MOST_SERVICES = 60;
  private static final int NOT_FOUND = 404;

  private final Documents documents;
  private final Budget budget;
  private final TrafficQuestion question;
  private boolean versionThree = true;

  JaegerResources(Documents documents, Budget budget, TrafficQuestion question) {
    this.documents = documents;
    this.budget = budget;
    this.question = question;
  }

  /** The attributes by service, of as many as there is time for. */
  Map<String, Map<String, String>> find(Set<String> services) throws InterruptedException {
    var found = new HashMap<String, Map<String, String>>();
    int asked = 0;
    for (String service : services) {
      if (asked++ == MOST_SERVICES || budget.isSpent()) {
        break;
      }
      attributes(service).ifPresent(attributes -> found.put(service, attributes));
    }
    return found;
  }

  private Optional<Map<String, String>> attributes(String service) throws InterruptedException {
    if (versionThree) {
      switch (documents.get("/api/v3/traces", versionThree(service), budget.left())) {
        case Reply.Value(JsonObject answer) -> {
          return ofResource(answer, service);
        }
        case Reply.Nothing nothing when nothing.status() == NOT_FOUND ->
            versionThree = !isMissing();
        default -> {
          return Optional.empty();
        }
      }
    }
    return documents.get("/api/traces", older(service), budget.left())
            instanceof Reply.Value(JsonObject answer)
        ? ofProcess(answer, service)
        : Optional.empty();
  }

  /** Version 3 also says 404 when it has no trace of a service. */
  private boolean isMissing() throws InterruptedException {
    return documents.get("/api/v3/services", Map.of(), budget.left())
            instanceof Reply.Nothing nothing
        && nothing.status() == NOT_FOUND;
  }

  private Map<String, String> versionThree(String service) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("query.service_name", service);
    parameters.put("query.start_time_min", question.now().minus(question.lookback()).toString());
    parameters.put("query.start_time_max", question.now().toString());
    parameters.put("query.num_traces", "1");
    return parameters;
  }

  private Map<String, String> older(String service) {
    var parameters = new LinkedHashMap<String, String>();
    parameters.put("service", service);
    parameters.put("start", micros(question.now().minus(question.lookback()).toEpochMilli()));
    parameters.put("end", micros(question.now().toEpochMilli()));
    parameters.put("limit", "1");
    return parameters;
  }

  private static String micros(long millis) {
    return Long.toString(millis * 1000);
  }

  /** OTLP in JSON. */
  private static Optional<Map<String, String>> ofResource(JsonObject answer, String service) {
    return answer
        .objects("result", "resourceSpans")
        .map(
            spans -> {
              var attributes = new HashMap<String, String>();
              spans
                  .objects("resource", "attributes")
                  .forEach(
                      one ->
                          one.text("value", "stringValue")
                              .ifPresent(
                                  value -> attributes.put(one.text("key").orElse(""), value)));
              return attributes;
            })
        .filter(attributes -> service.equals(attributes.get("service.name")))
        .map(SpanAttributes::of)
        .findFirst();
  }

  /** Jaeger's own form. */
  private static Optional<Map<String, String>> ofProcess(JsonObject answer, String service) {
    return answer
        .objects("data")
        .map(trace -> trace.object("processes"))
        .flatMap(processes -> processes.names().stream().map(name -> processes.object(name)))
        .filter(process -> process.text("serviceName").orElse("").equals(service))
        .map(
            process -> {
              var attributes = new HashMap<String, String>();
              process
                  .objects("tags")
                  .forEach(
                      tag ->
                          tag.text("value")
                              .ifPresent(
                                  value -> attributes.put(tag.text("key").orElse(""), value)));
              return SpanAttributes.of(attributes);
            })
        .findFirst();
  }
}
