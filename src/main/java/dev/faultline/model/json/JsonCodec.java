package dev.faultline.model.json;

import dev.faultline.model.json.JsonWriter.Layout;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.BiPredicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
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
    Json value = new TreeReader(parser, Pruning.NONE).value();
    if (parser.nextToken() != null) {
      throw new MalformedTextException(
          "line " + parser.currentLocation().getLineNr() + ": text after the end of the value");
    }
    return value;
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
