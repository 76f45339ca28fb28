package dev.faultline.rollback.journal;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.plan.RevisionPoint;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Optional;

/** The journal's lines as JSON. Readers pass over members they do not know. */
final class JournalCodec {

  private static final String INTENT = "intent";
  private static final String APPLIED = "applied";
  private static final String ENDED = "ended";

  private JournalCodec() {}

  /** One line, read back. */
  sealed interface Line {
    record OfIntent(Intent intent) implements Line {}

    record OfStep(String id, Step step) implements Line {}
  }

  static JsonObject write(Intent intent) {
    var line = start(INTENT, intent.id(), intent.time());
    line.put("user", Json.of(intent.user()));
    line.put("cluster", Json.of(intent.object().cluster().name()));
    line.put("group", Json.of(intent.object().kind().group()));
    line.put("kind", Json.of(intent.object().kind().name()));
    line.put("namespace", Json.of(intent.object().namespace()));
    line.put("name", Json.of(intent.object().name()));
    line.put("uid", Json.of(intent.uid()));
    line.put("generation", Json.of(intent.generation()));
    line.put("from", write(intent.from()));
    line.put("to", write(intent.to()));
    line.put("reason", Json.of(Redaction.text(intent.reason())));
    line.put("changeCause", Json.of(Redaction.text(intent.changeCause())));
    line.put("changes", new JsonArray(intent.changes().stream().map(JournalCodec::write).toList()));
    intent.undoOf().ifPresent(id -> line.put("undoOf", Json.of(id)));
    return new JsonObject(line);
  }

  static JsonObject write(String id, Step step) {
    return switch (step) {
      case Step.Applied applied -> {
        var line = start(APPLIED, id, applied.time());
        line.put("sentence", Json.of(Redaction.text(applied.sentence())));
        line.put("generation", Json.of(applied.generation()));
        line.put("fingerprint", JsonObject.ofTexts(applied.fingerprint()));
        yield new JsonObject(line);
      }
      case Step.Ended ended -> {
        var line = start(ENDED, id, ended.time());
        line.put("result", Json.of(ended.result().name()));
        line.put("sentence", Json.of(Redaction.text(ended.sentence())));
        yield new JsonObject(line);
      }
    };
  }

  /** The line, or empty if it is not one of the journal's. */
  static Optional<Line> read(JsonObject line) {
    try {
      var id = text(line, "id");
      var time = Instant.parse(text(line, "time"));
      return switch (text(line, "what")) {
        case INTENT -> Optional.of(new Line.OfIntent(readIntent(line, id, time)));
        case APPLIED ->
            Optional.of(
                new Line.OfStep(
                    id,
                    new Step.Applied(
                        time,
                        text(line, "sentence"),
                        line.number("generation").orElse(0),
                        line.texts("fingerprint"))));
        case ENDED ->
            Optional.of(
                new Line.OfStep(
                    id,
                    new Step.Ended(
                        time, text(line, "sentence"), Step.Result.valueOf(text(line, "result")))));
        default -> Optional.empty();
      };
    } catch (DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Intent readIntent(JsonObject line, String id, Instant time) {
    var kind = new Kind(line.text("group").orElse(""), text(line, "kind"));
    return new Intent(
        id,
        time,
        line.text("user").orElse(""),
        new ResourceRef(
            new ClusterId(text(line, "cluster")),
            kind,
            line.text("namespace").orElse(""),
            text(line, "name")),
        line.text("uid").orElse(""),
        line.number("generation").orElse(0),
        readPoint(line.object("from")),
        readPoint(line.object("to")),
        line.text("reason").orElse(""),
        line.text("changeCause").orElse(""),
        line.objects("changes").map(JournalCodec::readNote).toList(),
        line.text("undoOf"));
  }

  private static LinkedHashMap<String, Json> start(String what, String id, Instant time) {
    var line = new LinkedHashMap<String, Json>();
    line.put("what", Json.of(what));
    line.put("id", Json.of(id));
    line.put("time", Json.of(time.toString()));
    return line;
  }

  private static JsonObject write(RevisionPoint point) {
    var members = new LinkedHashMap<String, Json>();
    members.put("id", Json.of(point.id()));
    members.put("number", Json.of(point.number()));
    members.put("version", Json.of(point.version()));
    return new JsonObject(members);
  }

  private static RevisionPoint readPoint(JsonObject point) {
    return new RevisionPoint(
        text(point, "id"), point.number("number").orElse(0), point.text("version").orElse(""));
  }

  private static Json write(ChangeNote note) {
    var members = new LinkedHashMap<String, Json>();
    members.put("op", Json.of(note.op()));
    members.put("path", Json.of(note.pointer()));
    note.value().ifPresent(value -> members.put("value", Json.of(value)));
    return new JsonObject(members);
  }

  private static ChangeNote readNote(JsonObject note) {
    return new ChangeNote(
        note.text("op").orElse(""), note.text("path").orElse(""), note.text("value"));
  }

  private static String text(JsonObject line, String name) {
    return line.text(name)
        .orElseThrow(() -> new IllegalArgumentException("the line has no " + name));
  }
}
