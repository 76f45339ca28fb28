package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import java.util.Optional;

/** One object of the store before and after a write. */
record Change(ResourceRef ref, Optional<Manifest> before, Optional<Manifest> after) {

  Kind kind() {
    return ref.kind();
  }

  /** The object as it is now, or as it last was. */
  Manifest object() {
    return after.or(() -> before).orElseThrow();
  }

  /** Nothing but the status is different: what a controller wrote itself. */
  boolean statusOnly() {
    return before.isPresent()
        && after.isPresent()
        && before.get().spec().equals(after.get().spec())
        && before.get().annotations().equals(after.get().annotations());
  }

  /** Of a pod: as ready, as alive and in the same place as before. */
  boolean samePod() {
    return before.isPresent()
        && after.isPresent()
        && Pods.isReady(before.get()) == Pods.isReady(after.get())
        && Trees.isDeleting(before.get()) == Trees.isDeleting(after.get())
        && before.get().status().text("podIP").equals(after.get().status().text("podIP"))
        && before.get().spec().equals(after.get().spec());
  }

  boolean removed() {
    return after.isEmpty();
  }

  boolean added() {
    return before.isEmpty();
  }
}
