package dev.faultline.diff;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/**
 * Takes out of two manifests what nobody wrote: what the server keeps for itself, what controllers
 * write, and defaults that stand on one side only.
 */
public final class Normalizer {

  private static final List<String> SERVER_METADATA =
      List.of(
          "managedFields", "resourceVersion", "uid", "generation", "creationTimestamp", "selfLink");

  private static final Set<String> NOISY_ANNOTATIONS =
      Set.of(
          "kubectl.kubernetes.io/last-applied-configuration",
          "deployment.kubernetes.io/revision",
          "deployment.kubernetes.io/revision-history",
          "deployment.kubernetes.io/desired-replicas",
          "deployment.kubernetes.io/max-replicas",
          "deprecated.daemonset.template.generation",
          "control-plane.alpha.kubernetes.io/leader");

  private static final Set<String> NOISY_LABELS =
      Set.of("pod-template-hash", "controller-revision-hash", "pod-template-generation");

  private Normalizer() {}

  /** Two manifests that can be compared member by member. */
  public record Pair(Manifest before, Manifest after) {}

  /** Both without noise; {@code after} with named items of lists in the order of {@code before}. */
  public static Pair pair(Manifest before, Manifest after) {
    var aligner = new Aligner(after.kind().name());
    var aligned =
        aligner.objects(Place.ROOT, withoutNoise(before.tree()), withoutNoise(after.tree()));
    return new Pair(
        new Manifest((JsonObject) aligned.before()), new Manifest((JsonObject) aligned.after()));
  }

  private static JsonObject withoutNoise(JsonObject root) {
    return (JsonObject) clean(root.without("status"), "");
  }

  private static Json clean(Json value, String member) {
    return switch (value) {
      case JsonObject object -> cleanObject(object, member);
      case JsonArray array ->
          new JsonArray(array.items().stream().map(item -> clean(item, member)).toList());
      case Json.Text text -> text;
      case Json.Number number -> number;
      case Json.Bool bool -> bool;
      case Json.Null nothing -> nothing;
    };
  }

  private static Json cleanObject(JsonObject object, String member) {
    var members = new LinkedHashMap<String, Json>();
    object
        .members()
        .forEach(
            (name, value) -> {
              if (!isNoise(member, name, value)) {
                var cleaned = clean(value, name);
                boolean emptied = cleaned.equals(JsonObject.EMPTY) && isStringMap(member, name);
                if (!emptied) {
                  members.put(name, cleaned);
                }
              }
            });
    return new JsonObject(members);
  }

  private static boolean isStringMap(String member, String name) {
    return member.equals("metadata") && (name.equals("labels") || name.equals("annotations"));
  }

  private static boolean isNoise(String parent, String name, Json value) {
    return switch (parent) {
      case "metadata" -> SERVER_METADATA.contains(name) || value == Json.Null.NULL;
      case "annotations" -> NOISY_ANNOTATIONS.contains(name);
      case "labels", "matchLabels", "selector" -> NOISY_LABELS.contains(name);
      case "ownerReferences" -> name.equals("uid");
      case "volumeClaimTemplates" -> name.equals("status");
      default -> value == Json.Null.NULL;
    };
  }

  /** Walks two trees together. */
  private record Aligner(String kind) {

    private record Both(Json before, Json after) {}

    private Both values(Place place, Json before, Json after) {
      if (before instanceof JsonObject old && after instanceof JsonObject now) {
        return objects(place, old, now);
      }
      if (before instanceof JsonArray old && after instanceof JsonArray now) {
        return arrays(place, old, now);
      }
      return new Both(before, after);
    }

    Both objects(Place place, JsonObject before, JsonObject after) {
      var old = new LinkedHashMap<String, Json>();
      var now = new LinkedHashMap<String, Json>();
      before
          .members()
          .forEach(
              (name, value) -> {
                var other = after.members().get(name);
                if (other != null) {
                  var both = values(place.member(name), value, other);
                  old.put(name, both.before());
                  now.put(name, both.after());
                } else if (!isDefault(place, name, value, before)) {
                  old.put(name, value);
                }
              });
      after
          .members()
          .forEach(
              (name, value) -> {
                if (!before.members().containsKey(name) && !isDefault(place, name, value, after)) {
                  now.put(name, value);
                }
              });
      return new Both(new JsonObject(old), new JsonObject(now));
    }

    private boolean isDefault(Place place, String name, Json value, JsonObject object) {
      return Defaults.isDefault(kind, place.member(name), value, object);
    }

    private Both arrays(Place place, JsonArray before, JsonArray after) {
      var keyed = ListKeys.named(place.last(), before, after);
      if (keyed.isEmpty()) {
        return new Both(before, after);
      }
      var old = new ArrayList<>(before.items());
      var matched = new ArrayList<Json>();
      var names = keyed.get();
      names
          .before()
          .forEach(
              (name, index) -> {
                var other = names.after().get(name);
                if (other != null) {
                  var both =
                      values(place.item(name), before.items().get(index), after.items().get(other));
                  old.set(index, both.before());
                  matched.add(both.after());
                }
              });
      names
          .after()
          .forEach(
              (name, index) -> {
                if (!names.before().containsKey(name)) {
                  matched.add(after.items().get(index));
                }
              });
      return new Both(new JsonArray(old), new JsonArray(matched));
    }
  }
}
