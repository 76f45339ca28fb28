package dev.faultline.cluster.fabric8;

import java.time.Duration;
import java.util.Optional;

/**
 * One request to an API server.
 *
 * @param path with the query, below the server's URL
 * @param patience how long to wait for the answer to begin
 */
record ApiRequest(
    String method, String path, String accept, Optional<Body> body, Duration patience) {

  static final String JSON = "application/json";
  private static final Duration USUAL = Duration.ofSeconds(15);

  /** What is sent, and what it is. */
  record Body(String contentType, String text) {}

  static ApiRequest get(String path) {
    return new ApiRequest("GET", path, JSON, Optional.empty(), USUAL);
  }

  static ApiRequest send(String method, String path, String contentType, String text) {
    return new ApiRequest(method, path, JSON, Optional.of(new Body(contentType, text)), USUAL);
  }

  ApiRequest accepting(String mediaType) {
    return new ApiRequest(method, path, mediaType, body, patience);
  }

  ApiRequest within(Duration time) {
    return new ApiRequest(method, path, accept, body, time);
  }

  boolean isRead() {
    return method.equals("GET");
  }
}
