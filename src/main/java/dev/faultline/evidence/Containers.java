package dev.faultline.evidence;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.util.Set;
import java.util.stream.Stream;

/** The containers that an object's pods will have. */
final class Containers {

  private static final Set<Kind> OWNED_COPIES = Set.of(Kind.POD, Kind.REPLICA_SET, Kind.JOB);

  private Containers() {}

  /**
   * Init containers and containers, in that order. A copy that a known controller made has none
   * here: its template says the same, once.
   */
  static Stream<JsonObject> of(Manifest manifest) {
    if (isCopy(manifest)) {
      return Stream.empty();
    }
    var podSpec =
        manifest.kind().equals(Kind.POD) ? manifest.spec() : manifest.podTemplate().object("spec");
    return Stream.concat(podSpec.objects("initContainers"), podSpec.objects("containers"));
  }

  static String name(JsonObject container) {
    return container.text("name").orElse("");
  }

  private static boolean isCopy(Manifest manifest) {
    return OWNED_COPIES.contains(manifest.kind())
        && manifest
            .tree()
            .objects("metadata", "ownerReferences")
            .filter(owner -> owner.isTrue("controller"))
            .anyMatch(
                owner ->
                    Kind.WORKLOADS.contains(
                        Kind.of(
                            owner.text("apiVersion").orElse(""), owner.text("kind").orElse(""))));
  }
}
