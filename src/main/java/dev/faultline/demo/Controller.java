package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.util.Set;
import java.util.stream.Stream;

/** A control loop: told of changes, it brings single objects closer to what is wanted. */
interface Controller {

  /** The kinds whose changes it wants to hear of. */
  Set<Kind> watches();

  /** The objects to look at again because of the change. */
  Stream<ResourceRef> affectedBy(Change change);

  /** Takes one look; may be called too often, and must then do nothing. */
  void reconcile(ResourceRef ref);
}
