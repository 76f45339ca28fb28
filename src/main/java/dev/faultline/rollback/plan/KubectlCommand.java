package dev.faultline.rollback.plan;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.patch.JsonPatch;
import dev.faultline.rollback.patch.MaskedPatch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** The same change as a command to copy. */
public sealed interface KubectlCommand {

  /** What is shown to people. */
  String text();

  /** It does what the rollback would do, to the very object that was read, or nothing. */
  record Complete(String text) implements KubectlCommand {}

  /** There is none, as it would hold what may not be shown; the text says so. */
  record Withheld(String text) implements KubectlCommand {}

  /**
   * The command. Its first operations test that the object is the one of the plan and that its spec
   * is still that of the plan, so that the server refuses it otherwise. (A test of the
   * resourceVersion would fail with every write of the status.)
   */
  static KubectlCommand of(RollbackPlan plan) {
    var masked = MaskedPatch.of(plan.live().tree(), plan.operations());
    if (masked.hidden() > 0) {
      return new Withheld(
          "# No command to copy: it would hold %s that %s like a secret."
              .formatted(
                  masked.hidden() == 1 ? "a value" : masked.hidden() + " values",
                  masked.hidden() == 1 ? "looks" : "look"));
    }
    var ref = plan.service().ref();
    var operations = new ArrayList<Json>(preconditions(plan));
    operations.addAll(((JsonArray) JsonPatch.toJson(masked.operations())).items());
    return new Complete(
        "kubectl --context %s --namespace %s patch %s %s --type=json --patch %s"
            .formatted(
                quote(ref.cluster().name()),
                quote(ref.namespace()),
                ref.kind().name().toLowerCase(Locale.ROOT),
                quote(ref.name()),
                quote(JsonCodec.write(new JsonArray(operations)))));
  }

  private static List<Json> preconditions(RollbackPlan plan) {
    return List.of(
        test("/metadata/uid", Json.of(plan.live().uid())),
        test("/metadata/generation", Json.of(plan.live().generation())));
  }

  private static Json test(String pointer, Json value) {
    var operation = new LinkedHashMap<String, Json>();
    operation.put("op", Json.of("test"));
    operation.put("path", Json.of(pointer));
    operation.put("value", value);
    return new JsonObject(operation);
  }

  /** Quotes a word for a POSIX shell, only where it needs to be. */
  private static String quote(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
