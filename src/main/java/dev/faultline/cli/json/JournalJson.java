package dev.faultline.cli.json;

import dev.faultline.rollback.journal.ChangeNote;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.plan.RevisionPoint;
import java.util.Locale;

/** Journal entries as JSON. */
public final class JournalJson {

  private JournalJson() {}

  public static Fields entry(JournalEntry entry) {
    var intent = entry.intent();
    var fields =
        new Fields()
            .put("id", entry.id())
            .put("time", intent.time())
            .put("user", intent.user())
            .put("object", ServiceJson.ref(intent.object()))
            .put("from", point(intent.from()))
            .put("to", point(intent.to()))
            .put("reason", intent.reason())
            .put("changeCause", intent.changeCause())
            .put("undoOf", intent.undoOf())
            .list("changes", intent.changes(), JournalJson::change)
            .list("steps", entry.steps(), JournalJson::step);
    entry.ended().ifPresent(ended -> fields.put("result", lower(ended.result())));
    return fields;
  }

  public static Fields point(RevisionPoint point) {
    return new Fields()
        .put("id", point.id())
        .put("number", point.number())
        .put("version", point.version());
  }

  private static Fields change(ChangeNote change) {
    return new Fields()
        .put("op", change.op())
        .put("pointer", change.pointer())
        .put("value", change.value());
  }

  private static Fields step(Step step) {
    var fields = new Fields().put("time", step.time()).put("sentence", step.sentence());
    return switch (step) {
      case Step.Applied ignored -> fields.put("step", "applied");
      case Step.Ended ended -> fields.put("step", "ended").put("result", lower(ended.result()));
    };
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
