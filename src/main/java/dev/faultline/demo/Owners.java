package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonArray;
import java.util.Optional;

/** Owner references: who controls an object. */
final class Owners {

  private Owners() {}

  static JsonArray controlledBy(Manifest owner) {
    return Trees.array(
        Trees.object(
            "apiVersion", owner.apiVersion(),
            "kind", owner.kind().name(),
            "name", owner.name(),
            "uid", owner.uid(),
            "controller", true,
            "blockOwnerDeletion", true));
  }

  /** The controller of an object, if it is of the kind. */
  static Optional<ResourceRef> controller(ResourceRef ref, Manifest manifest, Kind kind) {
    return manifest
        .tree()
        .objects("metadata", "ownerReferences")
        .filter(owner -> owner.isTrue("controller"))
        .filter(
            owner ->
                Kind.of(owner.text("apiVersion").orElse(""), owner.text("kind").orElse(""))
                    .equals(kind))
        .flatMap(owner -> owner.text("name").stream())
        .map(name -> ref.sibling(kind, name))
        .findFirst();
  }
}
