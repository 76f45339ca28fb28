package dev.faultline.model.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * Writes a tree as JSON in UTF-8. By hand, as hashing and keeping thousands of manifests is most of
 * what a start costs; and so that half a surrogate pair, which only hostile text has, is escaped
 * rather than refused.
 */
final class JsonWriter {

  /** How members are laid out. */
  enum Layout {
    /** One line, members in their own order. */
    LINE,
    /** Indented by two spaces, members in their own order. */
    PRETTY,
    /** One line, members sorted by name. */
    CANONICAL
  }

  private static final char[] HEX = "0123456789abcdef".toCharArray();

  private final Layout layout;
  private final BiPredicate<String, Json> leftOut;
  private byte[] bytes = new byte[4096];
  private int length;
  private int depth;

  private JsonWriter(Layout layout, BiPredicate<String, Json> leftOut) {
    this.layout = layout;
    this.leftOut = leftOut;
  }

  static byte[] write(Json value, Layout layout) {
    return write(value, layout, (name, member) -> false);
  }

  /** Without the members of any object for which the predicate holds. */
  static byte[] write(Json value, Layout layout, BiPredicate<String, Json> leftOut) {
    var writer = new JsonWriter(layout, leftOut);
    writer.value(value);
    return Arrays.copyOf(writer.bytes, writer.length);
  }

  private void value(Json value) {
    switch (value) {
      case Json.Text text -> text(text.value());
      case Json.Number number -> ascii(number(number.value()));
      case Json.Bool bool -> ascii(bool.value() ? "true" : "false");
      case Json.Null ignored -> ascii("null");
      case JsonArray array -> array(array.items());
      case JsonObject object -> object(object);
    }
  }

  private static String number(BigDecimal number) {
    return Json.Number.isShort(number) ? number.toPlainString() : number.toString();
  }

  private void array(List<Json> items) {
    put('[');
    depth++;
    for (int i = 0; i < items.size(); i++) {
      separate(i == 0);
      value(items.get(i));
    }
    end(items.isEmpty(), ']');
  }

  private void object(JsonObject object) {
    put('{');
    depth++;
    boolean first = true;
    for (String name : names(object)) {
      var member = object.members().getOrDefault(name, Json.Null.NULL);
      if (!leftOut.test(name, member)) {
        separate(first);
        first = false;
        text(name);
        put(':');
        if (layout == Layout.PRETTY) {
          put(' ');
        }
        value(member);
      }
    }
    end(first, '}');
  }

  private List<String> names(JsonObject object) {
    var names = new ArrayList<>(object.members().keySet());
    if (layout == Layout.CANONICAL) {
      names.sort(String::compareTo);
    }
    return names;
  }

  private void separate(boolean first) {
    if (!first) {
      put(',');
    }
    newLine();
  }

  private void end(boolean empty, char bracket) {
    depth--;
    if (!empty) {
      newLine();
    }
    put(bracket);
  }

  private void newLine() {
    if (layout == Layout.PRETTY) {
      put('\n');
      ascii("  ".repeat(depth));
    }
  }

  private void text(String text) {
    put('"');
    if (isPlain(text)) {
      ascii(text);
    } else {
      escapedText(text);
    }
    put('"');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
        return false;
      }
    }
    return true;
  }

  private void escapedText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= ' ' && c < 0x7f && c != '"' && c != '\\') {
        put(c);
      } else if (c < 0x80) {
        escaped(c);
      } else if (Character.isSurrogate(c)) {
        i += surrogate(text, i);
      } else {
        utf8(text.substring(i, i + 1));
      }
    }
  }

  /** Writes a pair, or half of one; tells how many characters more than one it took. */
  private int surrogate(String text, int at) {
    boolean pair =
        at + 1 < text.length() && Character.isSurrogatePair(text.charAt(at), text.charAt(at + 1));
    if (pair) {
      utf8(text.substring(at, at + 2));
    } else {
      unicode(text.charAt(at));
    }
    return pair ? 1 : 0;
  }

  private void escaped(char c) {
    switch (c) {
      case '"' -> ascii("\\\"");
      case '\\' -> ascii("\\\\");
      case '\n' -> ascii("\\n");
      case '\r' -> ascii("\\r");
      case '\t' -> ascii("\\t");
      default -> unicode(c);
    }
  }

  private void unicode(char c) {
    ascii("\\u");
    for (int shift = 12; shift >= 0; shift -= 4) {
      put(HEX[(c >> shift) & 0xf]);
    }
  }

  private void utf8(String text) {
    append(text.getBytes(StandardCharsets.UTF_8));
  }

  private void ascii(String text) {
    append(text.getBytes(StandardCharsets.US_ASCII));
  }

  private void append(byte[] more) {
    if (bytes.length - length < more.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length * 2, length + more.length));
    }
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  private void put(char b) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, length * 2);
    }
    bytes[length++] = (byte) b;
  }
}
