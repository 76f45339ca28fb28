package dev.faultline.model;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.MalformedTextException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/** Hides the secrets of a manifest, knowing where Kubernetes writes names and where values. */
final class SecretTree {

  private static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  /** Members that refer to a secret though their names sound like one. */
  private static final Set<String> REFERENCES =
      Set.of("imagePullSecrets", "serviceAccountToken", "tokenRequests", "managedFields");

  /** Members beside a bare {@code key} that show it to be the name of a key. */
  private static final List<String> BESIDE_A_KEY_NAME =
      List.of("name", "operator", "path", "effect", "property", "values", "optional", "version");

  private static final Set<String> MEMBERS_OF_A_REFERENCE =
      Set.of("name", "namespace", "secretName", "items", "optional", "defaultMode", "kind");

  private final boolean secret;
  private final boolean configMap;

  private SecretTree(Kind kind) {
    this.secret = kind.equals(Kind.SECRET);
    this.configMap = kind.equals(Kind.CONFIG_MAP);
  }

  static SecretTree of(Kind kind) {
    return new SecretTree(kind);
  }

  JsonObject hide(JsonObject root) {
    var members = new LinkedHashMap<String, Json>();
    root.members().forEach((name, value) -> members.put(name, top(name, value)));
    return new JsonObject(members);
  }

  private Json top(String name, Json value) {
    boolean data = name.equals("data") || name.equals("stringData");
    if ((secret && data) || (configMap && name.equals("binaryData"))) {
      return masked(value);
    }
    return configMap && data && value instanceof JsonObject files
        ? files(files)
        : member(name, value, JsonObject.EMPTY);
  }

  /** A ConfigMap's files and settings: the key is the name of what it holds. */
  private Json files(JsonObject files) {
    var members = new LinkedHashMap<String, Json>();
    files.members().forEach((name, value) -> members.put(name, named(name, value)));
    return new JsonObject(members);
  }

  private Json object(JsonObject object, String under) {
    if (object.text("apiVersion").isPresent() && object.text("kind").isPresent()) {
      return Redaction.manifest(new Manifest(object)).tree(); // an item of a List
    }
    var members = new LinkedHashMap<String, Json>();
    object
        .members()
        .forEach(
            (name, value) -> {
              boolean schema = under.equals("properties") && value instanceof JsonObject;
              members.put(name, schema ? inner(value, name) : member(name, value, object));
            });
    return new JsonObject(members);
  }

  private Json member(String name, Json value, JsonObject parent) {
    if (name.equals(LAST_APPLIED) && value instanceof Json.Text text) {
      return lastApplied(text.value());
    }
    if (name.equals("value") && parent.text("name").isPresent()) {
      return named(parent.text("name").orElse(""), value);
    }
    if ((name.equals("image") || name.equals("imageID")) && value instanceof Json.Text text) {
      return Json.of(TokenShapes.hide(UserInfo.hide(text.value())));
    }
    boolean reference =
        REFERENCES.contains(name)
            || (name.equals("key") && BESIDE_A_KEY_NAME.stream().anyMatch(hasMember(parent)))
            || isReference(value);
    return reference ? inner(value, name) : named(name, value);
  }

  private static java.util.function.Predicate<String> hasMember(JsonObject parent) {
    return parent.members()::containsKey;
  }

  /** {@code secret: {secretName: x}}, {@code secrets: [{name: x}]}. */
  private static boolean isReference(Json value) {
    return switch (value) {
      case JsonObject object ->
          (object.find("name").isPresent() || object.find("secretName").isPresent())
              && MEMBERS_OF_A_REFERENCE.containsAll(object.members().keySet());
      case JsonArray array -> array.items().stream().allMatch(item -> isObjectReference(item));
      case Json.Text t -> false;
      case Json.Number n -> false;
      case Json.Bool b -> true;
      case Json.Null n -> true;
    };
  }

  private static boolean isObjectReference(Json item) {
    return item instanceof JsonObject && isReference(item);
  }

  private Json named(String name, Json value) {
    boolean open = !Redaction.isSecretName(name);
    return switch (value) {
      case Json.Text text -> Json.of(Redaction.value(name, text.value()));
      case Json.Number number -> open ? number : Json.of(Redaction.MASK);
      case JsonObject object -> open ? object(object, name) : masked(object);
      case JsonArray array -> open ? hide(array) : masked(array);
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }

  private Json inner(Json value, String under) {
    return switch (value) {
      case JsonObject object -> object(object, under);
      case JsonArray array -> hide(array);
      case Json.Text text -> Json.of(Redaction.text(text.value()));
      case Json.Number number -> number;
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }

  /** An array whose texts may be the arguments of a command. */
  Json hide(JsonArray array) {
    var items = new ArrayList<Json>(array.items().size());
    var run = new ArrayList<String>();
    for (Json item : array.items()) {
      if (item instanceof Json.Text text) {
        run.add(text.value());
      } else {
        flush(run, items);
        items.add(inner(item, ""));
      }
    }
    flush(run, items);
    return new JsonArray(items);
  }

  private static void flush(List<String> run, List<Json> items) {
    SecretArguments.hide(run).forEach(text -> items.add(Json.of(text)));
    run.clear();
  }

  /** Every text and number hidden; the shape stays. */
  private Json masked(Json value) {
    return switch (value) {
      case Json.Text text -> SecretNames.isHarmless(text.value()) ? text : Json.of(Redaction.MASK);
      case Json.Number ignored -> Json.of(Redaction.MASK);
      case JsonArray array -> new JsonArray(array.items().stream().map(this::masked).toList());
      case JsonObject object -> {
        var members = new LinkedHashMap<String, Json>();
        object.members().forEach((name, member) -> members.put(name, masked(member)));
        yield new JsonObject(members);
      }
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }

  private static Json lastApplied(String text) {
    try {
      return JsonCodec.read(text) instanceof JsonObject applied
          ? Json.of(JsonCodec.write(Redaction.manifest(new Manifest(applied)).tree()))
          : Json.of(Redaction.MASK);
    } catch (MalformedTextException e) {
      // Whatever it is, it may quote a Secret.
      return Json.of(Redaction.MASK);
    }
  }
}
