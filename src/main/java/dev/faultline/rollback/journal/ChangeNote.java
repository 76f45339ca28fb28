package dev.faultline.rollback.journal;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.Redaction;
import dev.faultline.model.json.Json;
import dev.faultline.rollback.plan.ChangeCause;
import java.util.List;
import java.util.Optional;

/**
 * One change as the journal keeps it: where, and the new value only if it is an image or the
 * change-cause. Any other value could hold a secret, and the cluster still has them all.
 *
 * @param op {@code add}, {@code replace} or {@code remove}
 * @param pointer the place, as a JSON pointer
 */
public record ChangeNote(String op, String pointer, Optional<String> value) {

  public static List<ChangeNote> of(List<PatchOperation> operations) {
    return operations.stream().map(ChangeNote::of).toList();
  }

  private static ChangeNote of(PatchOperation operation) {
    return switch (operation) {
      case PatchOperation.Add add ->
          new ChangeNote("add", add.pointer(), shown(add.path(), add.value()));
      case PatchOperation.Replace replace ->
          new ChangeNote("replace", replace.pointer(), shown(replace.path(), replace.value()));
      case PatchOperation.Remove remove ->
          new ChangeNote("remove", remove.pointer(), Optional.empty());
    };
  }

  private static Optional<String> shown(List<String> path, Json value) {
    boolean image = path.size() > 3 && path.getLast().equals("image") && isIndex(path);
    boolean cause = path.getLast().equals(ChangeCause.ANNOTATION);
    return image || cause ? value.scalar().map(Redaction::text) : Optional.empty();
  }

  /** Whether the member belongs to an item of a list, as a container's image does. */
  private static boolean isIndex(List<String> path) {
    var before = path.get(path.size() - 2);
    return path.get(path.size() - 3).toLowerCase(java.util.Locale.ROOT).endsWith("containers")
        && before.chars().allMatch(Character::isDigit);
  }
}
