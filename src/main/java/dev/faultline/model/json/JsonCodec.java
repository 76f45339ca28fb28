package dev.faultline.model.json;

import dev.faultline.model.json.JsonWriter.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.function.BiPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

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
    return new String(JsonWriter.write(value, Layout.LINE), StandardCharsets.UTF_8);
  }

  /** Indented by two spaces, for people. */
  public static String writePretty(Json value) {
    return new String(JsonWriter.write(value, Layout.PRETTY), StandardCharsets.UTF_8);
  }

  /** UTF-8 with members sorted by name: equal trees give equal bytes, fit for hashing. */
  public static byte[] canonical(Json value) {
    return JsonWriter.write(value, Layout.CANONICAL);
  }

  /** The same without the members, of any object in the tree, for which the predicate holds. */
  public static byte[] canonical(Json value, BiPredicate<String, Json> leftOut) {
    return JsonWriter.write(value, Layout.CANONICAL, leftOut);
  }

  /** Writes one line to a stream, which stays open. */
  public static void write(Json value, OutputStream out) {
    try {
      out.write(JsonWriter.write(value, Layout.LINE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
    try {
      return new Json.Number(parser.getDecimalValue());
    } catch (ArithmeticException | NumberFormatException e) {
      // Its exponent is beyond what can be counted with; the parser's words would quote it.
      throw new MalformedTextException(
          "line " + parser.currentLocation().getLineNr() + ": a number beyond all bounds");
    }
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

  /** Says where, and of what sort; never what stands there, as it may be a secret. */
  static MalformedTextException malformed(JacksonException e) {
    var where = e.getLocation();
    var place =
        where == null ? "" : "line " + where.getLineNr() + ", column " + where.getColumnNr() + ": ";
    var what =
        switch (e) {
          case UnexpectedEndOfInputException ignored -> "the text ends too early";
          case StreamConstraintsException ignored ->
              "the text is nested too deeply, or has a name or number that is too long";
          default -> "this is not JSON";
        };
    return new MalformedTextException(place + what);
  }
}
