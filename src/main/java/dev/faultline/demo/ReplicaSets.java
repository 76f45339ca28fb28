package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.ArrayList;
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
    var all = store.ownedBy(deployment, Kind.REPLICA_SET);
    var template = deployment.podTemplate();
    for (Manifest set : all) {
      if (sameTemplate(set.podTemplate(), template)) {
        var old = new ArrayList<>(all);
        old.remove(set);
        return new ReplicaSets(Optional.of(set), old);
      }
    }
    return new ReplicaSets(Optional.empty(), all);
  }

  /** The same sets, once the current one was made or written to. */
  ReplicaSets with(Manifest written) {
    return new ReplicaSets(Optional.of(written), old);
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

  /**
   * Whether a ReplicaSet's template is a Deployment's; the spec first, as that is where they
   * differ.
   */
  private static boolean sameTemplate(JsonObject set, JsonObject deployment) {
    return set.object("spec").equals(deployment.object("spec"))
        && set.without("metadata", "labels", HASH_LABEL).equals(deployment);
  }

  static JsonObject withHash(JsonObject template, String hash) {
    return template.with(Json.of(hash), "metadata", "labels", HASH_LABEL);
  }
}
