package dev.faultline.model.json;

import dev.faultline.text.WholeCharacters;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Builds our tree from the parser's events, so that bounds hold before anything is built. */
final class YamlReader {

  private static final int LARGEST = 32 * 1024 * 1024;

  /** The parser copies all it holds of one value for every buffer that it reads. */
  private static final int LARGEST_BUFFER = 1024 * 1024;

  private static final int DEEPEST = 500;
  private static final int MOST_VALUES = 5_000_000;
  private static final String MERGE = "<<";

  private final String text;
  private final Iterator<Event> events;
  private final Map<Anchor, Anchored> anchors = new HashMap<>();
  private int values;

  /** What an anchor names, and what it costs to repeat it. */
  private record Anchored(Json value, int values, int height) {}

  /** A value and how deep it reaches. */
  private record Built(Json value, int height) {}

  YamlReader(String text) {
    this.text = text;
    if (text.length() > LARGEST) {
      throw new MalformedTextException("larger than 32 million characters");
    }
    var settings =
        LoadSettings.builder()
            .setCodePointLimit(LARGEST)
            .setBufferSize(Math.clamp(text.length() / 16, 1024, LARGEST_BUFFER))
            .build();
    this.events = new Parse(settings).parseReader(new WholeCharacters(text)).iterator();
  }

  List<Json> documents() {
    var documents = new ArrayList<Json>();
    try {
      while (events.hasNext()) {
        var event = events.next();
        if (event.getEventId() == Event.ID.DocumentStart) {
          anchors.clear();
        } else if (event instanceof NodeEvent node) {
          var document = build(node, 1).value();
          if (document != Json.Null.NULL) {
            documents.add(document);
          }
        }
      }
    } catch (YamlEngineException e) {
      throw YamlProblems.describe(e, text);
    }
    return List.copyOf(documents);
  }

  private Built build(NodeEvent event, int depth) {
    if (depth > DEEPEST) {
      throw malformed(event, "nested deeper than " + DEEPEST + " levels");
    }
    count(event, 1);
    int before = values - 1;
    var built =
        switch (event) {
          case ScalarEvent scalar -> new Built(YamlScalars.read(scalar), 1);
          case SequenceStartEvent start -> sequence(depth);
          case MappingStartEvent start -> mapping(depth);
          case AliasEvent alias -> alias(alias, depth);
          default -> throw malformed(event, "this is not YAML");
        };
    if (!(event instanceof AliasEvent)) {
      int cost = values - before;
      event
          .getAnchor()
          .ifPresent(name -> anchors.put(name, new Anchored(built.value(), cost, built.height())));
    }
    return built;
  }

  private void count(Event event, int more) {
    values += more;
    if (values > MOST_VALUES) {
      throw malformed(event, "more than " + MOST_VALUES + " values, aliases counted out");
    }
  }

  private Built alias(AliasEvent event, int depth) {
    var anchored = anchors.get(event.getAlias());
    if (anchored == null) {
      throw malformed(event, "an alias of something that doesn't stand before it, or holds it");
    }
    if (depth + anchored.height() > DEEPEST) {
      throw malformed(event, "aliases nested deeper than " + DEEPEST + " levels");
    }
    count(event, anchored.values());
    return new Built(anchored.value(), anchored.height());
  }

  private Built sequence(int depth) {
    var items = new ArrayList<Json>();
    int height = 0;
    for (var event = events.next(); event instanceof NodeEvent node; event = events.next()) {
      var built = build(node, depth + 1);
      items.add(built.value());
      height = Math.max(height, built.height());
    }
    return new Built(new JsonArray(items), height + 1);
  }

  private Built mapping(int depth) {
    var members = new LinkedHashMap<String, Json>();
    var merged = new LinkedHashMap<String, Json>();
    int height = 0;
    for (var event = events.next(); event instanceof NodeEvent key; event = events.next()) {
      var name = name(key);
      var place = events.next();
      if (!(place instanceof NodeEvent node)) {
        throw malformed(place, "a key without a value");
      }
      var built = build(node, depth + 1);
      height = Math.max(height, built.height());
      if (key instanceof ScalarEvent scalar && scalar.isPlain() && name.equals(MERGE)) {
        merge(built.value(), node, merged);
      } else if (members.put(name, built.value()) != null) {
        throw malformed(key, "a key that stands twice in its mapping");
      }
    }
    merged.forEach(members::putIfAbsent);
    return new Built(new JsonObject(members), height + 1);
  }

  /** Keys are texts, however they look: {@code 8080: x} has the key "8080". */
  private String name(NodeEvent key) {
    count(key, 1);
    var name =
        switch (key) {
          case ScalarEvent scalar -> {
            var text = Json.of(scalar.getValue());
            scalar.getAnchor().ifPresent(anchor -> anchors.put(anchor, new Anchored(text, 1, 1)));
            yield Optional.of(scalar.getValue());
          }
          case AliasEvent alias ->
              Optional.ofNullable(anchors.get(alias.getAlias()))
                  .flatMap(anchored -> anchored.value().scalar());
          default -> Optional.<String>empty();
        };
    return name.orElseThrow(() -> malformed(key, "a key that is no text"));
  }

  /** {@code <<: *base}: what the mapping says itself wins, then the first of several. */
  private void merge(Json value, NodeEvent event, Map<String, Json> merged) {
    switch (value) {
      case JsonObject object -> {
        count(event, object.members().size());
        object.members().forEach(merged::putIfAbsent);
      }
      case JsonArray array when array.items().stream().allMatch(JsonObject.class::isInstance) ->
          array.objects().forEach(object -> merge(object, event, merged));
      default -> throw malformed(event, "a merge key whose value is no mapping");
    }
  }

  private static MalformedTextException malformed(Event event, String problem) {
    return YamlProblems.at(event.getStartMark(), problem);
  }
}
