package dev.faultline.rollback.plan;

import dev.faultline.model.json.JsonCodec;
import dev.faultline.rollback.patch.JsonPatch;
import dev.faultline.rollback.patch.MaskedPatch;
import java.util.Locale;

/** The same change as a command to copy; secret-like values in it are masked and must be put in. */
public final class KubectlCommand {

  private KubectlCommand() {}

  public static String of(RollbackPlan plan) {
    var ref = plan.service().ref();
    var masked = MaskedPatch.of(plan.live().tree(), plan.operations());
    var command =
        "kubectl --context %s --namespace %s patch %s %s --type=json --patch %s"
            .formatted(
                quote(ref.cluster().name()),
                quote(ref.namespace()),
                ref.kind().name().toLowerCase(Locale.ROOT),
                quote(ref.name()),
                quote(JsonCodec.write(JsonPatch.toJson(masked.operations()))));
    return masked.hidden() == 0
        ? command
        : "# masked values (••••••) must be put in before this runs\n" + command;
  }

  /** Quotes a word for a POSIX shell, only where it needs to be. */
  private static String quote(String word) {
    return word.matches("[A-Za-z0-9_./:@%+=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
