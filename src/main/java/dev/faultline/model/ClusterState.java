package dev.faultline.model;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * One cluster at one moment: all that is known of it. Immutable; a successor shares every part (one
 * kind in one namespace) that did not change.
 */
public final class ClusterState {

  private final ClusterId cluster;
  private final Instant at;
  private final Map<PartKey, Map<String, ClusterObject>> parts;
  private final Map<Kind, Coverage> coverage;
  private final Set<String> namespaces;

  private record PartKey(Kind kind, String namespace) {}

  private ClusterState(
      ClusterId cluster,
      Instant at,
      Map<PartKey, Map<String, ClusterObject>> parts,
      Map<Kind, Coverage> coverage,
      Set<String> namespaces) {
    this.cluster = cluster;
    this.at = at;
    this.parts = parts;
    this.coverage = coverage;
    this.namespaces = namespaces;
  }

  /** A cluster of which nothing is known yet. */
  public static ClusterState empty(ClusterId cluster, Instant at) {
    return new ClusterState(cluster, at, Map.of(), Map.of(), Set.of());
  }

  public ClusterId cluster() {
    return cluster;
  }

  /** The moment this state describes. */
  public Instant at() {
    return at;
  }

  /** How far a kind is known; a kind nobody asked for reads as not served. */
  public Coverage coverage(Kind kind) {
    return coverage.getOrDefault(kind, new Coverage.NotServed());
  }

  public Map<Kind, Coverage> coverage() {
    return coverage;
  }

  /** The namespaces that hold any object, sorted. */
  public Set<String> namespaces() {
    return namespaces;
  }

  public Optional<ClusterObject> find(ResourceRef ref) {
    return Optional.ofNullable(part(ref.kind(), ref.namespace()).get(ref.name()));
  }

  /** The object, if it is there and of the type. */
  public <T extends ClusterObject> Optional<T> find(ResourceRef ref, Class<T> type) {
    return find(ref).filter(type::isInstance).map(type::cast);
  }

  /**
   * All objects of one kind in one namespace, in no order. The same collection until it changes.
   */
  public Collection<ClusterObject> list(Kind kind, String namespace) {
    return part(kind, namespace).values();
  }

  /** All objects of one kind and type, in all namespaces, in no order. */
  public <T extends ClusterObject> Stream<T> all(Kind kind, Class<T> type) {
    return namespacesWith(kind)
        .flatMap(namespace -> list(kind, namespace).stream())
        .filter(type::isInstance)
        .map(type::cast);
  }

  /** Every object there is, in no order. */
  public Stream<ClusterObject> all() {
    return parts.values().stream().flatMap(part -> part.values().stream());
  }

  public int size() {
    return parts.values().stream().mapToInt(Map::size).sum();
  }

  /** The state after the changes, in their order; costs the parts that they touch. */
  public ClusterState apply(Instant moment, List<StateChange> changes) {
    var nextParts = new HashMap<>(parts);
    var nextCoverage = new HashMap<>(coverage);
    var opened = new HashSet<PartKey>();
    for (StateChange change : changes) {
      switch (change) {
        case StateChange.Put put ->
            open(nextParts, opened, put.object().ref())
                .put(put.object().ref().name(), put.object());
        case StateChange.Removed removed ->
            open(nextParts, opened, removed.ref()).remove(removed.ref().name());
        case StateChange.Covered covered -> nextCoverage.put(covered.kind(), covered.coverage());
      }
    }
    for (PartKey key : opened) {
      nextParts.computeIfPresent(
          key, (k, part) -> part.isEmpty() ? null : Collections.unmodifiableMap(part));
    }
    return new ClusterState(
        cluster,
        moment,
        Collections.unmodifiableMap(nextParts),
        Collections.unmodifiableMap(nextCoverage),
        opened.isEmpty() ? namespaces : namespacesOf(nextParts.keySet()));
  }

  /** The same state with only these namespaces, and what belongs to none. */
  public ClusterState within(Set<String> only) {
    var kept = new HashMap<>(parts);
    kept.keySet().removeIf(key -> !key.namespace().isEmpty() && !only.contains(key.namespace()));
    return new ClusterState(
        cluster, at, Collections.unmodifiableMap(kept), coverage, namespacesOf(kept.keySet()));
  }

  private Map<String, ClusterObject> part(Kind kind, String namespace) {
    return parts.getOrDefault(new PartKey(kind, namespace), Map.of());
  }

  private Stream<String> namespacesWith(Kind kind) {
    return parts.keySet().stream().filter(key -> key.kind().equals(kind)).map(PartKey::namespace);
  }

  /** A part of our own to write to: the predecessor's must stay as it is. */
  private static Map<String, ClusterObject> open(
      Map<PartKey, Map<String, ClusterObject>> parts, Set<PartKey> opened, ResourceRef ref) {
    var key = new PartKey(ref.kind(), ref.namespace());
    var part = parts.getOrDefault(key, Map.of());
    if (opened.add(key)) {
      part = new HashMap<>(part);
      parts.put(key, part);
    }
    return part;
  }

  private static Set<String> namespacesOf(Set<PartKey> keys) {
    var names = new TreeSet<String>();
    keys.forEach(key -> names.add(key.namespace()));
    names.remove("");
    return Collections.unmodifiableSet(names);
  }
}
