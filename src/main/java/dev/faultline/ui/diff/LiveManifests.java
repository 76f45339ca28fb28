package dev.faultline.ui.diff;

import dev.faultline.model.CompactManifest;
import dev.faultline.model.Workload;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/** What a comparison was made of, to see whether it has to be made anew. */
record LiveManifests(List<Optional<CompactManifest>> manifests) {

  static final LiveManifests NONE = new LiveManifests(List.of());

  LiveManifests {
    manifests = List.copyOf(manifests);
  }

  static LiveManifests of(Workspace workspace, ComparedSide before, ComparedSide after) {
    return new LiveManifests(List.of(manifest(workspace, before), manifest(workspace, after)));
  }

  private static Optional<CompactManifest> manifest(Workspace workspace, ComparedSide side) {
    return TakeBack.service(side)
        .flatMap(
            ref ->
                workspace
                    .cluster(ref.cluster())
                    .flatMap(picture -> picture.state().find(ref, Workload.class)))
        .map(Workload::manifest);
  }
}
