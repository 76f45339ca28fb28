package dev.faultline.graph;

import dev.faultline.model.json.JsonObject;
import java.util.Map;

/**
 * A label selector as Kubernetes writes it, {@code matchLabels} and {@code matchExpressions}; the
 * empty one matches everything.
 */
record LabelSelector(JsonObject written) {

  boolean isEmpty() {
    return written.object("matchLabels").isEmpty()
        && written.array("matchExpressions").items().isEmpty();
  }

  boolean matches(Map<String, String> labels) {
    return labels.entrySet().containsAll(written.texts("matchLabels").entrySet())
        && written.objects("matchExpressions").allMatch(term -> matches(term, labels));
  }

  private static boolean matches(JsonObject term, Map<String, String> labels) {
    var key = term.text("key").orElse("");
    var value = labels.get(key);
    var values = term.array("values").texts();
    return switch (term.text("operator").orElse("")) {
      case "In" -> value != null && values.contains(value);
      case "NotIn" -> value == null || !values.contains(value);
      case "Exists" -> value != null;
      case "DoesNotExist" -> value == null;
      default -> false;
    };
  }
}
