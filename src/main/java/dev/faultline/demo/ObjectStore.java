package dev.faultline.demo;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The objects of the cluster with what the storage layer of an API server gives them: UID, growing
 * resource version, generation, creation time. A write that changes nothing is none.
 */
final class ObjectStore {

  private static final Set<Kind> WITH_GENERATION =
      Set.of(Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.STATEFUL_SET, Kind.DAEMON_SET, Kind.JOB);

  /** Not from {@link Names}: looking must not change what comes after. */
  private static final String PREVIEW_UID = "00000000-0000-4000-8000-000000000000";

  private final ClusterId cluster;
  private final Names names;
  private final Supplier<Instant> now;
  private final Consumer<Change> listener;
  private final Map<Kind, LinkedHashMap<ResourceRef, Manifest>> objects = new HashMap<>();
  private final Map<String, LinkedHashSet<ResourceRef>> owned = new HashMap<>();
  private long version = 41_000;

  ObjectStore(ClusterId cluster, Names names, Supplier<Instant> now, Consumer<Change> listener) {
    this.cluster = cluster;
    this.names = names;
    this.now = now;
    this.listener = listener;
  }

  ClusterId cluster() {
    return cluster;
  }

  ResourceRef ref(Kind kind, String namespace, String name) {
    return new ResourceRef(cluster, kind, namespace, name);
  }

  Optional<Manifest> find(ResourceRef ref) {
    return Optional.ofNullable(part(ref.kind()).get(ref));
  }

  /** All objects of a kind, oldest first; a copy that outlives writes. */
  List<Manifest> list(Kind kind) {
    return List.copyOf(part(kind).values());
  }

  Stream<Manifest> list(Kind kind, String namespace) {
    return list(kind).stream().filter(manifest -> manifest.namespace().equals(namespace));
  }

  /** The objects of a kind that name this controller as their owner, oldest first. */
  List<Manifest> ownedBy(Manifest controller, Kind kind) {
    var children = new ArrayList<Manifest>();
    var ofKind = part(kind);
    for (ResourceRef ref : owned.getOrDefault(controller.uid(), new LinkedHashSet<>())) {
      var child = ofKind.get(ref);
      if (child != null) {
        children.add(child);
      }
    }
    return children;
  }

  /** Every object a deleted owner leaves behind. */
  List<ResourceRef> orphansOf(String ownerUid) {
    return List.copyOf(owned.getOrDefault(ownerUid, new LinkedHashSet<>()));
  }

  /** A new object as it would be stored; without a resource version, as nothing is. */
  Manifest previewNew(JsonObject tree) {
    var prepared = prepared(tree, PREVIEW_UID);
    return WITH_GENERATION.contains(prepared.kind())
        ? Trees.with(prepared, 1, "metadata", "generation")
        : prepared;
  }

  private Manifest prepared(JsonObject tree, String uid) {
    return new Manifest(
        tree.with(Json.of(uid), "metadata", "uid")
            .with(Trees.value(now.get()), "metadata", "creationTimestamp"));
  }

  Manifest create(JsonObject tree) {
    var prepared = prepared(tree, names.uid());
    if (WITH_GENERATION.contains(prepared.kind())) {
      prepared = Trees.with(prepared, 1, "metadata", "generation");
    }
    return put(Optional.empty(), prepared);
  }

  /** Stores the object if it differs from what is there. */
  Manifest update(Manifest changed) {
    var before = find(changed.ref(cluster)).orElseThrow();
    var next = preview(before, changed);
    return next.equals(before) ? before : put(Optional.of(before), next);
  }

  /** The object as an update would leave it, but for its resource version. */
  Manifest preview(Manifest before, Manifest changed) {
    return WITH_GENERATION.contains(changed.kind()) && !changed.spec().equals(before.spec())
        ? Trees.with(changed, before.generation() + 1, "metadata", "generation")
        : changed;
  }

  Manifest updateStatus(Manifest manifest, JsonObject status) {
    return find(manifest.ref(cluster))
        .map(present -> update(Trees.with(present, status, "status")))
        .orElse(manifest);
  }

  void remove(ResourceRef ref) {
    find(ref)
        .ifPresent(
            before -> {
              part(ref.kind()).remove(ref);
              owners(before).forEach(uid -> children(uid).remove(ref));
              version++;
              listener.accept(new Change(ref, Optional.of(before), Optional.empty()));
            });
  }

  private Manifest put(Optional<Manifest> before, Manifest manifest) {
    version++;
    var stored = Trees.with(manifest, Long.toString(version), "metadata", "resourceVersion");
    var ref = stored.ref(cluster);
    part(ref.kind()).put(ref, stored);
    if (before.isEmpty()) {
      owners(stored).forEach(uid -> children(uid).add(ref));
    }
    listener.accept(new Change(ref, before, Optional.of(stored)));
    return stored;
  }

  private Map<ResourceRef, Manifest> part(Kind kind) {
    return objects.computeIfAbsent(kind, k -> new LinkedHashMap<>());
  }

  private Set<ResourceRef> children(String uid) {
    return owned.computeIfAbsent(uid, u -> new LinkedHashSet<>());
  }

  private static Set<String> owners(Manifest manifest) {
    var uids = new LinkedHashSet<String>();
    manifest
        .tree()
        .objects("metadata", "ownerReferences")
        .forEach(owner -> owner.text("uid").ifPresent(uids::add));
    return uids;
  }
}
