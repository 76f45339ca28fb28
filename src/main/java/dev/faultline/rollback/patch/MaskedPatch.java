package dev.faultline.rollback.patch;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.Redaction;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * A patch as it may be shown: values under secret-like names and user-info of URLs are masked.
 *
 * @param hidden how many operations hold something that is masked
 */
public record MaskedPatch(List<PatchOperation> operations, int hidden) {

  public MaskedPatch {
    operations = List.copyOf(operations);
  }

  /** Masks a patch; the document it is made for tells the name of an environment entry. */
  public static MaskedPatch of(Json document, List<PatchOperation> operations) {
    var shown = new ArrayList<PatchOperation>();
    int hidden = 0;
    Json patched = document;
    for (PatchOperation operation : operations) {
      patched = JsonPatch.apply(patched, operation);
      var name = nameOf(patched, operation.path());
      var masked =
          switch (operation) {
            case PatchOperation.Add add ->
                new PatchOperation.Add(add.path(), mask(name, add.value()));
            case PatchOperation.Replace replace ->
                new PatchOperation.Replace(replace.path(), mask(name, replace.value()));
            case PatchOperation.Remove remove -> remove;
          };
      hidden += masked.equals(operation) ? 0 : 1;
      shown.add(masked);
    }
    return new MaskedPatch(shown, hidden);
  }

  /** A tree as it may be shown under its name. */
  static Json mask(String name, Json value) {
    return switch (value) {
      case JsonObject object -> maskMembers(object);
      case JsonArray array -> maskItems(name, array);
      case Json.Text text -> Json.of(Redaction.value(name, text.value()));
      case Json.Number number -> Redaction.isSecretName(name) ? Json.of(Redaction.MASK) : number;
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }

  private static Json maskMembers(JsonObject object) {
    var members = new LinkedHashMap<String, Json>();
    var entryName = object.text("name");
    object
        .members()
        .forEach(
            (member, value) ->
                members.put(
                    member,
                    mask(
                        member.equals("value") ? entryName.orElse(member) : quiet(member), value)));
    return new JsonObject(members);
  }

  /** In arguments a secret's name may stand alone, and the value in the next item. */
  private static Json maskItems(String name, JsonArray array) {
    var items = new ArrayList<Json>();
    var itemName = name;
    for (Json item : array.items()) {
      items.add(mask(itemName, item));
      var text = item.scalar().orElse("");
      itemName = text.startsWith("-") && !text.contains("=") ? text : name;
    }
    return new JsonArray(items);
  }

  /** Members of the API itself whose names sound secret and whose values are references. */
  private static String quiet(String member) {
    return switch (member) {
      case "secretName",
          "secretKeyRef",
          "secretRef",
          "secret",
          "imagePullSecrets",
          "key",
          "automountServiceAccountToken",
          "serviceAccountToken",
          "topologyKey",
          "tokenRequests" ->
          "";
      default -> member;
    };
  }

  /** What a value is called: the entry's name for {@code value}, otherwise the last member. */
  private static String nameOf(Json document, List<String> path) {
    var entryName = "";
    Json at = document;
    for (String name : path) {
      if (at instanceof JsonObject object) {
        if (name.equals("value")) {
          entryName = object.text("name").orElse("");
        }
        at = object.find(name).orElse(Json.Null.NULL);
      } else if (at instanceof JsonArray array && name.matches("[0-9]{1,9}")) {
        int index = Integer.parseInt(name);
        entryName = "";
        if (index > 0 && index <= array.items().size()) {
          var before = array.items().get(index - 1).scalar().orElse("");
          entryName = before.startsWith("-") && !before.contains("=") ? before : "";
        }
        at = index < array.items().size() ? array.items().get(index) : Json.Null.NULL;
      }
    }
    return entryName.isEmpty() ? quiet(path.isEmpty() ? "" : path.getLast()) : entryName;
  }
}
