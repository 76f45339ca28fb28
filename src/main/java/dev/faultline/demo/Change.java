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

  boolean removed() {
    return after.isEmpty();
  }

  boolean added() {
    return before.isEmpty();
  }
}
