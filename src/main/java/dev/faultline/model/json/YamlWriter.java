package dev.faultline.model.json;

import java.math.BigDecimal;

/** Writes a tree as YAML in one fixed style, so that equal trees give equal lines. */
final class YamlWriter {

  /** Longer keys need the explicit form: parsers look only so far for a colon. */
  private static final int LONGEST_SIMPLE_KEY = 120;

  private final StringBuilder out = new StringBuilder();

  String document(Json value) {
    switch (value) {
      case JsonObject object when !object.isEmpty() -> members(object, 0);
      case JsonArray array when !array.items().isEmpty() -> items(array, 0);
      default -> {
        scalar(value, 0);
        out.append('\n');
      }
    }
    return out.toString();
  }

  /** The members, the first at the current column. */
  private void members(JsonObject object, int indent) {
    boolean first = true;
    for (var member : object.members().entrySet()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      boolean explicit = key(member.getKey(), indent);
      value(member.getValue(), indent, explicit);
    }
  }

  /** Whether the key had to be written in the explicit form. */
  private boolean key(String name, int indent) {
    var written = YamlText.isPlain(name) ? name : YamlText.quote(name);
    boolean explicit = written.length() > LONGEST_SIMPLE_KEY;
    if (explicit) {
      out.append("? ").append(written).append('\n');
      indent(indent);
    } else {
      out.append(written);
    }
    out.append(':');
    return explicit;
  }

  private void value(Json value, int indent, boolean explicit) {
    switch (value) {
      case JsonObject object when !object.isEmpty() -> {
        out.append('\n');
        indent(indent + 2);
        members(object, indent + 2);
      }
      case JsonArray array when !array.items().isEmpty() -> {
        // Behind an explicit key a list at the key's own column would not belong to it.
        int column = explicit ? indent + 2 : indent;
        out.append('\n');
        indent(column);
        items(array, column);
      }
      default -> {
        out.append(' ');
        scalar(value, indent);
        out.append('\n');
      }
    }
  }

  private void items(JsonArray array, int indent) {
    boolean first = true;
    for (Json item : array.items()) {
      if (!first) {
        indent(indent);
      }
      first = false;
      out.append("- ");
      switch (item) {
        case JsonObject object when !object.isEmpty() -> members(object, indent + 2);
        case JsonArray inner when !inner.items().isEmpty() -> items(inner, indent + 2);
        default -> {
          scalar(item, indent);
          out.append('\n');
        }
      }
    }
  }

  private void scalar(Json value, int indent) {
    switch (value) {
      case Json.Text text -> text(text.value(), indent);
      case Json.Number number -> out.append(number(number.value()));
      case Json.Bool bool -> out.append(bool.value());
      case Json.Null ignored -> out.append("null");
      case JsonObject ignored -> out.append("{}");
      case JsonArray ignored -> out.append("[]");
    }
  }

  private void text(String text, int indent) {
    if (YamlText.isLiteral(text)) {
      literal(text, indent + 2);
    } else {
      out.append(YamlText.isPlain(text) ? text : YamlText.quote(text));
    }
  }

  /** A block without its last line feed, which the caller writes. */
  private void literal(String text, int indent) {
    boolean ends = text.endsWith("\n");
    boolean more = text.endsWith("\n\n");
    out.append('|').append(more ? "+" : ends ? "" : "-");
    int end = ends ? text.length() - 1 : text.length();
    int from = 0;
    while (from <= end) {
      int line = text.indexOf('\n', from);
      line = line < 0 || line > end ? end : line;
      out.append('\n');
      if (line > from) {
        indent(indent);
        out.append(text, from, line);
      }
      from = line + 1;
    }
  }

  private static String number(BigDecimal number) {
    return Math.abs(number.scale()) <= 30 ? number.toPlainString() : number.toString();
  }

  private void indent(int width) {
    out.repeat(' ', width);
  }
}
