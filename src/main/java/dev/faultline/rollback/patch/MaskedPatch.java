package dev.faultline.rollback.patch;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.Redaction;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.List;

/**
 * A patch as it may be shown: what looks like a secret is masked. Where an operation carries no
 * more than the value of an environment entry, the patched document tells the entry's name.
 *
 * @param hidden how many operations hold something that is masked
 */
public record MaskedPatch(List<PatchOperation> operations, int hidden) {

  public MaskedPatch {
    operations = List.copyOf(operations);
  }

  /** Masks a patch that fits the document. */
  public static MaskedPatch of(Json document, List<PatchOperation> operations) {
    var shown = new ArrayList<PatchOperation>();
    int hidden = 0;
    Json patched = document;
    for (PatchOperation operation : operations) {
      patched = JsonPatch.apply(patched, operation);
      var masked = mask(operation, patched);
      hidden += masked.equals(operation) ? 0 : 1;
      shown.add(masked);
    }
    return new MaskedPatch(shown, hidden);
  }

  private static PatchOperation mask(PatchOperation operation, Json patched) {
    return switch (operation) {
      case PatchOperation.Add add ->
          new PatchOperation.Add(add.path(), masked(patched, add.path()));
      case PatchOperation.Replace replace ->
          new PatchOperation.Replace(replace.path(), masked(patched, replace.path()));
      case PatchOperation.Remove remove -> remove;
    };
  }

  /** The masked tree has the same shape, so that the value stands at the same place. */
  private static Json masked(Json patched, List<String> path) {
    Json at = Redaction.tree(patched);
    for (String name : path) {
      at =
          switch (at) {
            case JsonObject object -> object.find(name).orElse(Json.Null.NULL);
            case JsonArray array when name.equals("-") -> array.items().getLast();
            case JsonArray array -> array.items().get(Integer.parseInt(name));
            default -> Json.Null.NULL;
          };
    }
    return at;
  }
}
