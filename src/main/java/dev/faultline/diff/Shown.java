package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;

/** A value as one line, and no longer than anybody reads. */
final class Shown {

  private static final int LONGEST = 2_000;

  private Shown() {}

  static String of(Json value) {
    return switch (value) {
      case Json.Text text -> text(text.value());
      case Json.Null ignored -> "null";
      case JsonObject object -> bounded(JsonCodec.write(object));
      case JsonArray array ->
          bounded(
              array.items().stream().allMatch(item -> item.scalar().isPresent())
                  ? String.join(" ", array.texts())
                  : JsonCodec.write(array));
      case Json.Number n -> n.scalar().orElse("");
      case Json.Bool b -> b.scalar().orElse("");
    };
  }

  static String text(String text) {
    return text.isEmpty() ? "\"\"" : bounded(text.indexOf('\n') < 0 ? text : oneLine(text));
  }

  private static String oneLine(String text) {
    return text.strip().replace("\n", "\\n");
  }

  private static String bounded(String text) {
    return shorten(text, LONGEST);
  }

  /** The text, or its beginning and an ellipsis; never half of a character. */
  static String shorten(String text, int longest) {
    if (text.length() <= longest) {
      return text;
    }
    int end = Math.max(0, longest - 1);
    if (end > 0 && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(0, end) + "…";
  }
}
