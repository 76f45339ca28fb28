package dev.faultline.realtraffic;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A real Jaeger that keeps its spans in memory and takes them as OTLP. */
final class JaegerServer implements AutoCloseable {

  private final Program program;
  private final URI query;
  private final URI otlp;
  private long ids = 1;

  private JaegerServer(Program program, URI query, URI otlp) {
    this.program = program;
    this.query = query;
    this.otlp = otlp;
  }

  static JaegerServer start(Path folder) throws IOException, InterruptedException {
    int query = Program.freePort();
    int otlp = Program.freePort();
    Files.createDirectories(folder);
    var file =
        Files.writeString(
            folder.resolve("jaeger.yaml"), configuration(query, Program.freePort(), otlp));
    var program =
        Program.start(
            folder, Map.of(), List.of(binary().toString(), "--config=" + file.toAbsolutePath()));
    var url = URI.create("http://127.0.0.1:" + query);
    return new JaegerServer(
        program.awaitAnswer(url.resolve("/api/services")),
        url,
        URI.create("http://127.0.0.1:" + otlp + "/v1/traces"));
  }

  private static Path binary() {
    return Optional.ofNullable(System.getenv("FAULTLINE_TRAFFIC_BIN"))
        .filter(folder -> !folder.isBlank())
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("basedir", "")).resolve("src/test/traffic/bin"))
        .resolve("jaeger")
        .toAbsolutePath();
  }

  private static String configuration(int query, int grpc, int otlp) {
    return """
    service:
      extensions: [jaeger_storage, jaeger_query]
      pipelines:
        traces: {receivers: [otlp], exporters: [jaeger_storage_exporter]}
      telemetry:
        metrics: {level: none}
        logs: {level: warn}
    extensions:
      jaeger_query:
        storage: {traces: memory}
        http: {endpoint: '127.0.0.1:%d'}
        grpc: {endpoint: '127.0.0.1:%d'}
      jaeger_storage:
        backends: {memory: {memory: {max_traces: 10000}}}
    receivers:
      otlp: {protocols: {http: {endpoint: '127.0.0.1:%d'}}}
    exporters:
      jaeger_storage_exporter: {trace_storage: memory}
    """
        .formatted(query, grpc, otlp);
  }

  String url() {
    return query.toString();
  }

  /** One call as both sides report it. */
  void post(
      String caller,
      Map<String, String> callerAttributes,
      String callee,
      Map<String, String> calleeAttributes,
      Instant at)
      throws IOException, InterruptedException {
    var trace = String.format("%032x", ids++);
    var client = String.format("%016x", ids++);
    var server = String.format("%016x", ids++);
    var spans =
        Json.array(
            resource(caller, callerAttributes, span(trace, client, "", 3, at)),
            resource(callee, calleeAttributes, span(trace, server, client, 2, at.plusMillis(1))));
    Posting.post(otlp, JsonObject.of("resourceSpans", spans));
  }

  private static JsonObject resource(
      String service, Map<String, String> attributes, JsonObject span) {
    var all = new TreeMap<>(attributes);
    all.put("service.name", service);
    var list =
        all.entrySet().stream()
            .<Json>map(
                one ->
                    JsonObject.of("key", Json.of(one.getKey()))
                        .with(Json.of(one.getValue()), "value", "stringValue"))
            .toList();
    return JsonObject.EMPTY
        .with(new JsonArray(list), "resource", "attributes")
        .with(Json.array(JsonObject.of("spans", Json.array(span))), "scopeSpans");
  }

  private static JsonObject span(String trace, String id, String parent, int kind, Instant at) {
    var nanos = at.toEpochMilli() * 1_000_000;
    return JsonObject.EMPTY
        .with(Json.of(trace), "traceId")
        .with(Json.of(id), "spanId")
        .with(Json.of(parent), "parentSpanId")
        .with(Json.of("get"), "name")
        .with(Json.of(kind), "kind")
        .with(Json.of(Long.toString(nanos)), "startTimeUnixNano")
        .with(Json.of(Long.toString(nanos + 5_000_000)), "endTimeUnixNano");
  }

  @Override
  public void close() throws InterruptedException {
    program.close();
  }
}
