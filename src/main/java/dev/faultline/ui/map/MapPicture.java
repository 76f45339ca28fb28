package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapScene;
import dev.faultline.model.Provenance;
import dev.faultline.workspace.Workspace;
import java.util.Optional;
import java.util.Set;

/**
 * The map at one moment, ready to be drawn.
 *
 * @param layout counts the layouts that moved everything: then the view has to fit anew
 * @param provenances how the edges of the whole map are known, hidden ones too
 * @param severalClusters whether the frames have to name their cluster
 */
record MapPicture(
    Workspace workspace,
    MapChoice choice,
    int layout,
    MapScene scene,
    Situation situation,
    Set<Provenance> provenances,
    boolean severalClusters,
    Optional<Headline> headline) {

  static final MapPicture AT_FIRST =
      new MapPicture(
          Workspace.EMPTY,
          MapChoice.AT_FIRST,
          0,
          MapScene.EMPTY,
          new Situation.Loading(),
          Set.of(),
          false,
          Optional.empty());
}
