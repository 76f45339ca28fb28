package dev.faultline.telemetry;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of a URL. */
public final class QueryText {

  private QueryText() {}

  /** {@code ?name=value&…}; empty if there are no parameters. */
  public static String of(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(one -> encode(one.getKey()) + "=" + encode(one.getValue()))
        .collect(Collectors.joining("&", parameters.isEmpty() ? "" : "?", ""));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
