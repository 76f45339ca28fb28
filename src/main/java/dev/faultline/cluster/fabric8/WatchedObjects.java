package dev.faultline.cluster.fabric8;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.Configuration;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.StateChange;
import dev.faultline.model.json.Pruning;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Turns what one watch says into changes of the state. Remembers of each object no more than where
 * and at which version it is, to know after a new list what is gone and what is unchanged.
 * Synchronised, as it may be told to forget while a list still comes in.
 */
final class WatchedObjects {

  private final ObjectIntake intake;
  private final Consumer<StateChange> feed;
  private final Map<ResourceRef, Mark> known = new HashMap<>();
  private final Set<ResourceRef> seen = new HashSet<>();
  private boolean forgotten;

  /**
   * @param named which Services a Secret names: others, once others are known
   */
  private record Mark(String uid, String version, int named) {}

  WatchedObjects(ObjectIntake intake, Consumer<StateChange> feed) {
    this.intake = intake;
    this.feed = feed;
  }

  /** What of an object need be read. */
  Pruning worthReading(Kind kind) {
    return intake.worthReading(kind);
  }

  /** A list begins: what it will not show is gone, but only once it is whole. */
  synchronized void beginList() {
    seen.clear();
  }

  synchronized void listed(Manifest manifest) {
    var object = put(manifest);
    seen.add(object.ref());
  }

  synchronized void endList() {
    for (ResourceRef ref : Set.copyOf(known.keySet())) {
      if (!seen.contains(ref)) {
        remove(ref);
      }
    }
    seen.clear();
  }

  /** The object is new or changed. */
  synchronized ClusterObject put(Manifest manifest) {
    var object = intake.read(manifest);
    var mark = new Mark(object.meta().uid(), object.meta().resourceVersion(), named(object));
    if (!forgotten && !mark.equals(known.put(object.ref(), mark))) {
      feed.accept(new StateChange.Put(object));
    }
    return object;
  }

  /**
   * The object is gone; unless one of the same name took its place since, whose end this is not.
   */
  synchronized void deleted(Manifest manifest) {
    var ref = intake.read(manifest).ref();
    var mark = known.get(ref);
    if (mark != null && (mark.uid().equals(manifest.uid()) || manifest.uid().isEmpty())) {
      remove(ref);
    } else if (mark == null) {
      intake.gone(ref);
    }
  }

  /** How often Services came or went so far, of all that is read of the cluster. */
  int servicesChanged() {
    return intake.servicesChanged();
  }

  private static int named(ClusterObject object) {
    return object instanceof Configuration secret && object.ref().kind().equals(Kind.SECRET)
        ? secret.evidence().hashCode()
        : 0;
  }

  /** Nothing of it may be known after all, nor what still comes. */
  synchronized void forget() {
    forgotten = true;
    Set.copyOf(known.keySet()).forEach(this::remove);
  }

  private void remove(ResourceRef ref) {
    known.remove(ref);
    intake.gone(ref);
    feed.accept(new StateChange.Removed(ref));
  }
}
