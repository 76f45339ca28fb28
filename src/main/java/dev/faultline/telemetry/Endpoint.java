package dev.faultline.telemetry;

import java.time.Duration;
import java.util.Map;

/** The HTTP interface of one telemetry server, reached directly or through an API server. */
public interface Endpoint {

  /** Where it is, for sentences; never with credentials. */
  String describe();

  /**
   * Asks for one document.
   *
   * @param path begins with a slash
   * @param parameters in the query, unencoded
   * @param within until the last byte
   * @param mostBytes of the body; a longer one is an {@link EndpointAnswer.Unusable}
   */
  EndpointAnswer get(String path, Map<String, String> parameters, Duration within, int mostBytes)
      throws InterruptedException;
}
