package dev.faultline.model.json;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.util.DefaultPrettyPrinter;

/** Reads and writes JSON text, one token at a time, straight into our tree. */
public final class JsonCodec {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonCodec() {}

  /**
   * Reads one value.
   *
   * @throws MalformedTextException if the text is not JSON; the message names line and column
   */
  public static Json read(String text) {
    try (var parser = JSON.createParser(text)) {
      return readDocument(parser);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** Reads one value from UTF-8 bytes; see {@link #read(String)}. */
  public static Json read(InputStream bytes) {
    try (var parser = JSON.createParser(bytes)) {
      return readDocument(parser);
    } catch (JacksonException e) {
      throw malformed(e);
    }
  }

  /** One line, members in their own order. */
  public static String write(Json value) {
    return new String(bytes(value, false), java.nio.charset.StandardCharsets.UTF_8);
  }

  /** Indented by two spaces, for people. */
  public static String writePretty(Json value) {
    var out = new ByteArrayOutputStream();
    var context =
        new ObjectWriteContext.Base() {
          @Override
          public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
            return new DefaultPrettyPrinter();
          }

          @Override
          public boolean hasPrettyPrinter() {
            return true;
          }
        };
    try (var generator = JSON.createGenerator(context, out)) {
      write(generator, value, false);
    }
    return out.toString(java.nio.charset.StandardCharsets.UTF_8);
  }

  /** UTF-8 with members sorted by name: equal trees give equal bytes, fit for hashing. */
  public static byte[] canonical(Json value) {
    return bytes(value, true);
  }

  /** Writes one line to a stream, which stays open. */
  public static void write(Json value, OutputStream out) {
    var context = ObjectWriteContext.empty();
    try (var generator =
        JSON.createGenerator(
            context,
            new java.io.FilterOutputStream(out) {
              @Override
              public void write(byte[] b, int off, int len) throws java.io.IOException {
                out.write(b, off, len);
              }

              @Override
              public void close() throws java.io.IOException {
                flush();
              }
            })) {
      write(generator, value, false);
    }
  }

  private static byte[] bytes(Json value, boolean sorted) {
    var out = new ByteArrayOutputStream();
    try (var generator = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      write(generator, value, sorted);
    }
    return out.toByteArray();
  }

  private static void write(JsonGenerator out, Json value, boolean sorted) {
    switch (value) {
      case Json.Text text -> out.writeString(text.value());
      case Json.Number number -> writeNumber(out, number.value());
      case Json.Bool bool -> out.writeBoolean(bool.value());
      case Json.Null ignored -> out.writeNull();
      case JsonArray array -> {
        out.writeStartArray();
        array.items().forEach(item -> write(out, item, sorted));
        out.writeEndArray();
      }
      case JsonObject object -> {
        out.writeStartObject();
        Map<String, Json> members = sorted ? new TreeMap<>(object.members()) : object.members();
        members.forEach(
            (name, member) -> {
              out.writeName(name);
              write(out, member, sorted);
            });
        out.writeEndObject();
      }
    }
  }

  private static void writeNumber(JsonGenerator out, BigDecimal number) {
    if (number.scale() <= 0 && number.precision() - number.scale() <= 18) {
      out.writeNumber(number.longValueExact());
    } else {
      out.writeNumber(number);
    }
  }

  private static Json readDocument(JsonParser parser) {
    if (parser.nextToken() == null) {
      throw new MalformedTextException("line 1: there is no JSON here");
    }
    Json value = readValue(parser);
    if (parser.nextToken() != null) {
      throw new MalformedTextException(
          "line " + parser.currentLocation().getLineNr() + ": text after the end of the value");
    }
    return value;
  }

  /** Reads the value whose first token is the parser's current one. */
  static Json readValue(JsonParser parser) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> readObject(parser);
      case START_ARRAY -> readArray(parser);
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> readNumber(parser);
      case VALUE_TRUE -> Json.Bool.TRUE;
      case VALUE_FALSE -> Json.Bool.FALSE;
      case VALUE_NULL -> Json.Null.NULL;
      case null, default ->
          throw new MalformedTextException(
              "line " + parser.currentLocation().getLineNr() + ": unexpected end or token");
    };
  }

  private static Json readNumber(JsonParser parser) {
    if (parser.isNaN()) {
      return new Json.Text(parser.getString());
    }
    return new Json.Number(parser.getDecimalValue());
  }

  private static JsonObject readObject(JsonParser parser) {
    var members = new LinkedHashMap<String, Json>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      if (name == null) {
        throw new MalformedTextException("the text ends inside an object");
      }
      parser.nextToken();
      members.put(name, readValue(parser));
    }
    return new JsonObject(members);
  }

  private static JsonArray readArray(JsonParser parser) {
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(readValue(parser));
    }
    return new JsonArray(items);
  }

  static MalformedTextException malformed(JacksonException e) {
    var where = e.getLocation();
    var place =
        where == null ? "" : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": ";
    return new MalformedTextException(place + e.getOriginalMessage());
  }
}
