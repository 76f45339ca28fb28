package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The revisions of a StatefulSet or DaemonSet. A template that comes back takes the next number on
 * the revision it already has.
 */
final class ControllerRevisions {

  static final String HASH_LABEL = "controller-revision-hash";

  private final ObjectStore store;

  ControllerRevisions(ObjectStore store) {
    this.store = store;
  }

  List<Manifest> of(Manifest workload) {
    return store.ownedBy(workload, Kind.CONTROLLER_REVISION).stream()
        .sorted(Comparator.comparingLong(ControllerRevisions::number))
        .toList();
  }

  static long number(Manifest revision) {
    return revision.tree().number("revision").orElse(0);
  }

  static JsonObject template(Manifest revision) {
    return revision.tree().object("data", "spec", "template").without("$patch");
  }

  static String hash(Manifest revision) {
    return revision.labels().getOrDefault(HASH_LABEL, "");
  }

  /** The revision of the workload's template, numbered as the newest. */
  Manifest current(Manifest workload) {
    var all = of(workload);
    long newest = all.isEmpty() ? 0 : number(all.getLast());
    var present = all.stream().filter(r -> template(r).equals(workload.podTemplate())).findFirst();
    if (present.isEmpty()) {
      return create(workload, newest + 1);
    }
    return number(present.get()) == newest
        ? present.get()
        : store.update(Trees.with(present.get(), newest + 1, "revision"));
  }

  /** Removes the oldest revisions beyond the limit that no pod runs. */
  void cleanUp(Manifest workload, Set<String> livingHashes) {
    int limit = Trees.number(workload.spec(), 10, "revisionHistoryLimit");
    var idle = of(workload).stream().filter(r -> !livingHashes.contains(hash(r))).toList();
    idle.stream()
        .limit(Math.max(0, idle.size() - limit))
        .forEach(revision -> store.remove(revision.ref(store.cluster())));
  }

  private Manifest create(Manifest workload, long number) {
    var template = workload.podTemplate();
    var hash = Names.hash(template);
    var annotations = workload.tree().object("metadata", "annotations");
    return store.create(
        Trees.object(
            "apiVersion",
            "apps/v1",
            "kind",
            "ControllerRevision",
            "metadata",
            Trees.object(
                "name", workload.name() + "-" + hash,
                "namespace", workload.namespace(),
                "labels", template.object("metadata", "labels").with(Json.of(hash), HASH_LABEL),
                "annotations",
                    annotations.without("kubectl.kubernetes.io/last-applied-configuration"),
                "ownerReferences", Owners.controlledBy(workload)),
            "data",
            Trees.object(
                "spec", Trees.object("template", template.with(Json.of("replace"), "$patch"))),
            "revision",
            number));
  }
}
