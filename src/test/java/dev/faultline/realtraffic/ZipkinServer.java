package dev.faultline.realtraffic;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A real Zipkin that keeps its spans in memory. */
final class ZipkinServer implements AutoCloseable {

  private static final Path JAR =
      Path.of(System.getProperty("traffic.zipkin", "target/traffic/zipkin-server-exec.jar"));

  private final Program program;
  private final URI uri;
  private long ids = 1;

  private ZipkinServer(Program program, URI uri) {
    this.program = program;
    this.uri = uri;
  }

  static ZipkinServer start(Path folder) throws InterruptedException {
    if (!Files.exists(JAR)) {
      throw new AssertionError(JAR + " is missing; mvn -Ptraffic test fetches it");
    }
    int port = Program.freePort();
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var uri = URI.create("http://127.0.0.1:" + port);
    var program =
        Program.start(
            folder,
            Map.of("QUERY_PORT", Integer.toString(port), "STORAGE_TYPE", "mem"),
            List.of(java, "-Xmx256m", "-jar", JAR.toAbsolutePath().toString()));
    return new ZipkinServer(program.awaitAnswer(uri.resolve("/health")), uri);
  }

  String url() {
    return uri.toString();
  }

  /** A span of one service. */
  record Service(String name, Map<String, String> tags) {}

  /** One call as both sides report it: the caller's span, and within it the callee's. */
  void post(Service caller, Service callee, Instant at, boolean failed)
      throws IOException, InterruptedException {
    var trace = String.format("%016x", ids++);
    var parent = String.format("%016x", ids++);
    var child = String.format("%016x", ids++);
    var spans = new ArrayList<Json>();
    spans.add(span(trace, parent, "", "CLIENT", caller, at, failed));
    spans.add(span(trace, child, parent, "SERVER", callee, at.plusMillis(1), failed));
    Posting.post(uri.resolve("/api/v2/spans"), new JsonArray(spans));
  }

  private static JsonObject span(
      String trace,
      String id,
      String parent,
      String kind,
      Service service,
      Instant at,
      boolean failed) {
    var tags = new LinkedHashMap<>(service.tags());
    tags.put("http.method", "GET");
    if (failed) {
      tags.put("error", "500");
    }
    var span =
        JsonObject.EMPTY
            .with(Json.of(trace), "traceId")
            .with(Json.of(id), "id")
            .with(Json.of(kind), "kind")
            .with(Json.of("get"), "name")
            .with(Json.of(at.toEpochMilli() * 1000), "timestamp")
            .with(Json.of(5000), "duration")
            .with(Json.of(service.name()), "localEndpoint", "serviceName")
            .with(JsonObject.ofTexts(tags), "tags");
    return parent.isEmpty() ? span : span.with(Json.of(parent), "parentId");
  }

  @Override
  public void close() throws InterruptedException {
    program.close();
  }
}
