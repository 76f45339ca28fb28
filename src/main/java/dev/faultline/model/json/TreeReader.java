package dev.faultline.model.json;

import java.util.ArrayList;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Makes our tree from the tokens of a parser. */
final class TreeReader {

  private static final int USUAL_MEMBERS = 8;

  private final JsonParser parser;
  private final Pruning pruning;

  TreeReader(JsonParser parser, Pruning pruning) {
    this.parser = parser;
    this.pruning = pruning;
  }

  /** Reads the value whose first token is the parser's current one. */
  Json value() {
    return value(pruning);
  }

  private Json value(Pruning pruning) {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(pruning);
      case START_ARRAY -> array(pruning);
      case VALUE_STRING -> new Json.Text(parser.getString());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number();
      case VALUE_TRUE -> Json.Bool.TRUE;
      case VALUE_FALSE -> Json.Bool.FALSE;
      case VALUE_NULL -> Json.Null.NULL;
      case null, default ->
          throw new MalformedTextException(
              "line " + parser.currentLocation().getLineNr() + ": unexpected end or token");
    };
  }

  private Json number() {
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

  private JsonObject object(Pruning pruning) {
    var members = new Members.Builder(USUAL_MEMBERS);
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      var name = parser.currentName();
      if (name == null) {
        throw new MalformedTextException("the text ends inside an object");
      }
      parser.nextToken();
      var below = pruning.at(name);
      if (below.isDropped()) {
        parser.skipChildren();
      } else {
        members.put(name, value(below));
      }
    }
    return new JsonObject(members.build());
  }

  private JsonArray array(Pruning pruning) {
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(pruning));
    }
    return new JsonArray(items);
  }
}
