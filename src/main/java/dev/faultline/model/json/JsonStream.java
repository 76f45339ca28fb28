package dev.faultline.model.json;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads long JSON text piece by piece, so that only one piece at a time is in memory. */
public final class JsonStream {

  private static final JsonFactory JSON = new JsonFactory();

  private JsonStream() {}

  /**
   * Reads one object whose member of the given name is a long array: each object in it is handed
   * on, and the rest is returned. A receiver may have been given items when this throws.
   *
   * @param pruning what of each item is left out
   * @throws MalformedTextException if the text is not such an object, or ends early
   */
  public static JsonObject readList(
      InputStream bytes, String name, Pruning pruning, Consumer<JsonObject> receiver) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      var tree = new TreeReader(parser, pruning);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedTextException("line 1: there is no JSON object here");
      }
      var members = new LinkedHashMap<String, Json>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var member = memberName(parser);
        if (parser.nextToken() == JsonToken.START_ARRAY && member.equals(name)) {
          handOn(parser, tree, receiver);
        } else {
          members.put(member, tree.value());
        }
      }
      return new JsonObject(members);
    } catch (JacksonException e) {
      throw JsonCodec.malformed(e);
    }
  }

  /**
   * Reads objects that follow one another until the text ends. Each is handed on as soon as its
   * last byte is there.
   *
   * @param pruning what of each is left out
   * @throws MalformedTextException at the first thing that is not a whole object
   */
  public static void readAll(InputStream bytes, Pruning pruning, Consumer<JsonObject> receiver) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      var tree = new TreeReader(parser, pruning);
      while (parser.nextToken() != null) {
        receiver.accept(object(parser, tree));
      }
    } catch (JacksonException e) {
      throw JsonCodec.malformed(e);
    }
  }

  private static void handOn(JsonParser parser, TreeReader tree, Consumer<JsonObject> receiver) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      receiver.accept(object(parser, tree));
    }
  }

  private static JsonObject object(JsonParser parser, TreeReader tree) {
    if (tree.value() instanceof JsonObject object) {
      return object;
    }
    throw new MalformedTextException(
        "line " + parser.currentLocation().getLineNr() + ": there is no JSON object here");
  }

  private static String memberName(JsonParser parser) {
    var name = parser.currentName();
    if (name == null) {
      throw new MalformedTextException("the text ends inside an object");
    }
    return name;
  }
}
