package dev.faultline.telemetry;

import dev.faultline.model.Redaction;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Asks an endpoint for JSON. */
public final class Documents {

  private static final int LONGEST_WORDS = 300;

  private final Endpoint endpoint;
  private final int mostBytes;

  public Documents(Endpoint endpoint, int mostBytes) {
    this.endpoint = endpoint;
    this.mostBytes = mostBytes;
  }

  /** A document, or why there is none. */
  public sealed interface Reply {
    record Value(Json json) implements Reply {}

    /**
     * @param status of HTTP, 0 where there was no answer
     */
    record Nothing(int status, String reason) implements Reply {}
  }

  public Reply get(String path, Map<String, String> parameters, Duration within)
      throws InterruptedException {
    return switch (endpoint.get(path, parameters, within, mostBytes)) {
      case EndpointAnswer.Document document -> parsed(document.body());
      case EndpointAnswer.Refused refused ->
          new Reply.Nothing(refused.status(), refusal(refused.status(), refused.body()));
      case EndpointAnswer.Unusable unusable -> new Reply.Nothing(0, unusable.reason());
    };
  }

  private static Reply parsed(byte[] body) {
    try {
      return new Reply.Value(JsonCodec.read(new ByteArrayInputStream(body)));
    } catch (MalformedTextException e) {
      return new Reply.Nothing(0, "its answer is not JSON: is this the right server and path?");
    }
  }

  private static String refusal(int status, byte[] body) {
    var said = words(body);
    var meaning =
        switch (status) {
          case 301, 302, 303, 307, 308 ->
              "it leads elsewhere (HTTP " + status + "); it may want a login";
          case 401 -> "it wants credentials, or refuses those it was given (HTTP 401)";
          case 403 -> "it may not be read with these credentials (HTTP 403)";
          case 404 -> "there is no such interface at this address (HTTP 404)";
          default -> "HTTP " + status;
        };
    return said.isEmpty() ? meaning : meaning + ": " + said;
  }

  /** The error in JSON as Prometheus and Jaeger write it, or short plain text. */
  private static String words(byte[] body) {
    var text = new String(body, StandardCharsets.UTF_8);
    if (parsed(body) instanceof Reply.Value(JsonObject object)) {
      text =
          List.of("error", "message").stream()
              .flatMap(name -> object.text(name).stream())
              .findFirst()
              .orElse("");
    } else if (text.stripLeading().startsWith("<")) {
      return "";
    }
    return plain(text);
  }

  /** What a server said, as it may stand in a sentence of ours: one line, short, no secrets. */
  public static String plain(String text) {
    var line = new StringBuilder();
    text.codePoints()
        .limit(LONGEST_WORDS)
        .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? ' ' : c)
        .forEach(line::appendCodePoint);
    return Redaction.text(line.toString().strip());
  }
}
