package dev.faultline.demo;

import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import java.util.Optional;

/**
 * Takes writes as an API server does: precondition, patch, defaults, validation, quota, storage. A
 * dry run goes all the way but the last step.
 */
final class ApiServer {

  private final ObjectStore store;
  private final EventQueue queue;
  private final Defaults defaults;
  private final Quota quota;

  ApiServer(ObjectStore store, EventQueue queue, Defaults defaults, Quota quota) {
    this.store = store;
    this.queue = queue;
    this.defaults = defaults;
    this.quota = quota;
  }

  WriteResult write(Write write, String manager) {
    return switch (write) {
      case Write.Patch patch -> patch(patch, manager);
      case Write.Create create -> create(create, manager);
      case Write.Delete delete -> delete(delete);
    };
  }

  /** Creates the object or sets its fields, as {@code kubectl apply} of somebody else would. */
  WriteResult apply(Manifest manifest, String manager) {
    var ref = manifest.ref(store.cluster());
    var present = store.find(ref);
    if (present.isEmpty()) {
      return create(new Write.Create(ref, manifest, false), manager);
    }
    var next = present.get().tree();
    for (var member : manifest.tree().members().entrySet()) {
      if (!member.getKey().equals("metadata") && !member.getKey().equals("status")) {
        next = next.with(member.getValue(), member.getKey());
      }
    }
    for (String part : new String[] {"labels", "annotations"}) {
      for (var entry : manifest.tree().texts("metadata", part).entrySet()) {
        next = next.with(Json.of(entry.getValue()), "metadata", part, entry.getKey());
      }
    }
    return change(present.get(), new Manifest(next), manager, false);
  }

  private WriteResult patch(Write.Patch patch, String manager) {
    var found = store.find(patch.ref());
    if (found.isEmpty()) {
      return new WriteResult.Absent();
    }
    var before = found.get();
    var precondition = patch.precondition();
    if (!precondition.uid().equals(before.uid())
        || !precondition.resourceVersion().equals(before.resourceVersion())) {
      return conflict(patch.ref());
    }
    try {
      var after = new Manifest(JsonPatch.apply(before.tree(), patch.operations()));
      return change(before, after, manager, patch.dryRun());
    } catch (JsonPatch.Unfit e) {
      return new WriteResult.Invalid(String.valueOf(e.getMessage()));
    }
  }

  private WriteResult change(Manifest before, Manifest wanted, String manager, boolean dryRun) {
    var after =
        ManagedFields.stamp(Optional.of(before), defaults.fill(wanted), manager, queue.now());
    var problem = Validation.ofChange(before, after);
    if (problem.isPresent()) {
      return new WriteResult.Invalid(problem.get());
    }
    return new WriteResult.Accepted(dryRun ? store.preview(before, after) : store.update(after));
  }

  private WriteResult create(Write.Create create, String manager) {
    if (store.find(create.ref()).isPresent()) {
      return new WriteResult.Conflict(
          "%s \"%s\" already exists".formatted(plural(create.ref()), create.ref().name()));
    }
    var filled = defaults.fill(create.manifest());
    var stamped = ManagedFields.stamp(Optional.empty(), filled, manager, queue.now());
    var problem = Validation.ofNew(stamped);
    if (problem.isEmpty() && create.ref().kind().equals(Kind.POD)) {
      problem = quota.refuses(stamped);
    }
    if (problem.isPresent()) {
      return new WriteResult.Invalid(problem.get());
    }
    return new WriteResult.Accepted(
        create.dryRun() ? store.previewNew(stamped.tree()) : store.create(stamped.tree()));
  }

  private WriteResult delete(Write.Delete delete) {
    var found = store.find(delete.ref());
    if (found.isEmpty()) {
      return new WriteResult.Absent();
    }
    if (!found.get().uid().equals(delete.uid())) {
      return conflict(delete.ref());
    }
    if (!delete.dryRun()) {
      if (delete.ref().kind().equals(Kind.POD)) {
        Pods.stop(store, found.get(), queue.now());
      } else {
        store.remove(delete.ref());
      }
    }
    return new WriteResult.Accepted(found.get());
  }

  private static WriteResult conflict(ResourceRef ref) {
    return new WriteResult.Conflict(
        ("Operation cannot be fulfilled on %s \"%s\": the object has been modified; please apply"
                + " your changes to the latest version and try again")
            .formatted(plural(ref), ref.name()));
  }

  private static String plural(ResourceRef ref) {
    var group = ref.kind().group();
    var kind = ref.kind().name().toLowerCase(java.util.Locale.ROOT) + "s";
    return group.isEmpty() ? kind : kind + "." + group;
  }
}
