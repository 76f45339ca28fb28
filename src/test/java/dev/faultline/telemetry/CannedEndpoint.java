package dev.faultline.telemetry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Answers that a server of today does not give: those of older ones, and those of no server. */
public final class CannedEndpoint implements Endpoint {

  private final Function<String, EndpointAnswer> answers;
  private final List<String> asked = new ArrayList<>();

  /**
   * @param answers by path and query
   */
  public CannedEndpoint(Function<String, EndpointAnswer> answers) {
    this.answers = answers;
  }

  public static EndpointAnswer document(String text) {
    return new EndpointAnswer.Document(text.getBytes(StandardCharsets.UTF_8));
  }

  public static EndpointAnswer refused(int status, String text) {
    return new EndpointAnswer.Refused(status, text.getBytes(StandardCharsets.UTF_8));
  }

  /** All paths with their queries, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public String describe() {
    return "canned:80";
  }

  @Override
  public EndpointAnswer get(
      String path, Map<String, String> parameters, Duration within, int mostBytes) {
    asked.add(path + QueryText.of(parameters));
    return answers.apply(path + QueryText.of(parameters));
  }
}
