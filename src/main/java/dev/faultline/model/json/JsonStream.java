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
   * @throws MalformedTextException if the text is not such an object, or ends early
   */
  public static JsonObject readList(InputStream bytes, String name, Consumer<JsonObject> receiver) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedTextException("line 1: there is no JSON object here");
      }
      var members = new LinkedHashMap<String, Json>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        var member = memberName(parser);
        if (parser.nextToken() == JsonToken.START_ARRAY && member.equals(name)) {
          handOn(parser, receiver);
        } else {
          members.put(member, JsonCodec.readValue(parser));
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
   * @throws MalformedTextException at the first thing that is not a whole object
   */
  public static void readAll(InputStream bytes, Consumer<JsonObject> receiver) {
    try (var parser = JSON.createParser(ObjectReadContext.empty(), bytes)) {
      while (parser.nextToken() != null) {
        receiver.accept(object(parser));
      }
    } catch (JacksonException e) {
      throw JsonCodec.malformed(e);
    }
  }

  private static void handOn(JsonParser parser, Consumer<JsonObject> receiver) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      receiver.accept(object(parser));
    }
  }

  private static JsonObject object(JsonParser parser) {
    if (JsonCodec.readValue(parser) instanceof JsonObject object) {
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
