package dev.faultline.telemetry.prometheus;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Labels that all series must have: in a store that several clusters write to, those that tell one
 * of them.
 */
public record Matchers(Map<String, String> labels) {

  /** All series. */
  public static final Matchers NONE = new Matchers(Map.of());

  private static final Pattern NAME = Pattern.compile("[a-zA-Z_][a-zA-Z0-9_]*");

  public Matchers {
    labels = Map.copyOf(labels);
    for (String name : labels.keySet()) {
      if (!NAME.matcher(name).matches()) {
        throw new IllegalArgumentException("no name of a label");
      }
    }
  }

  /** These and what the selector asks for, in braces; nothing if there is neither. */
  String and(String selector) {
    var all =
        Stream.concat(
                Stream.of(selector).filter(text -> !text.isEmpty()),
                new TreeMap<>(labels)
                    .entrySet().stream()
                        .map(one -> one.getKey() + "=\"" + escaped(one.getValue()) + "\""))
            .collect(Collectors.joining(","));
    return all.isEmpty() ? "" : "{" + all + "}";
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
