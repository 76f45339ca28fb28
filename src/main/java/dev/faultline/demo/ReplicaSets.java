package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The ReplicaSets of one Deployment at one moment.
 *
 * @param current the one with the Deployment's template
 * @param old all others, oldest first
 */
record ReplicaSets(Optional<Manifest> current, List<Manifest> old) {

  static final String HASH_LABEL = "pod-template-hash";

  static ReplicaSets of(ObjectStore store, Manifest deployment) {
    var all =
        store.ownedBy(deployment, Kind.REPLICA_SET).stream()
            .sorted(
                Comparator.comparing(
                        (Manifest set) ->
                            set.tree().text("metadata", "creationTimestamp").orElse(""))
                    .thenComparing(Manifest::name))
            .toList();
    var current =
        all.stream()
            .filter(set -> withoutHash(set.podTemplate()).equals(deployment.podTemplate()))
            .findFirst();
    return new ReplicaSets(
        current, all.stream().filter(set -> current.filter(set::equals).isEmpty()).toList());
  }

  Stream<Manifest> all() {
    return Stream.concat(old.stream(), current.stream());
  }

  int wanted() {
    return all().mapToInt(ReplicaSets::wanted).sum();
  }

  int sum(String statusField) {
    return all().mapToInt(set -> Trees.number(set.status(), 0, statusField)).sum();
  }

  /** The old ones that still want pods. */
  List<Manifest> active() {
    return old.stream().filter(set -> wanted(set) > 0).toList();
  }

  static int wanted(Manifest set) {
    return Trees.number(set.spec(), 1, "replicas");
  }

  static int available(Manifest set) {
    return Trees.number(set.status(), 0, "availableReplicas");
  }

  private static JsonObject withoutHash(JsonObject template) {
    var bare = template.without("metadata", "labels", HASH_LABEL);
    return bare.object("metadata", "labels").isEmpty() ? bare.without("metadata", "labels") : bare;
  }

  static JsonObject withHash(JsonObject template, String hash) {
    return template.with(Json.of(hash), "metadata", "labels", HASH_LABEL);
  }
}
