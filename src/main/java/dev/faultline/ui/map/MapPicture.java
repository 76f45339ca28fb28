package dev.faultline.ui.map;

import dev.faultline.graph.layout.ComparedMap;
import dev.faultline.graph.layout.GroupBy;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Groups;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.model.Provenance;
import dev.faultline.workspace.Workspace;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The map at one moment, ready to be drawn.
 *
 * @param layout counts the layouts that moved everything: then the view has to fit anew
 * @param provenances how the edges of the whole map are known, hidden ones too
 * @param edgeKinds how they are drawn
 * @param severalClusters whether the frames have to name their cluster
 * @param path what came of the question for one
 * @param compared the two sides that it shows over each other, if it does
 * @param sides what can be compared
 */
record MapPicture(
    Workspace workspace,
    MapChoice choice,
    int layout,
    MapScene scene,
    Situation situation,
    Set<Provenance> provenances,
    Set<EdgeKind> edgeKinds,
    boolean severalClusters,
    Optional<Headline> headline,
    Grouping grouping,
    Optional<PathSaid> path,
    Optional<ComparedMap> compared,
    ComparableSides sides) {

  /**
   * How the services are grouped.
   *
   * @param services on the map, also those within folded groups
   * @param of which group each service is in
   * @param possible by what they can be grouped
   * @param folded those of the groups that are folded into one node each
   */
  record Grouping(
      int services,
      Groups of,
      Set<GroupBy> possible,
      SortedSet<GroupId> groups,
      SortedSet<GroupId> folded) {
    static final Grouping NOTHING =
        new Grouping(0, Groups.NAMESPACES, Set.of(), new TreeSet<>(), new TreeSet<>());

    Grouping {
      possible = Set.copyOf(possible);
      groups = Collections.unmodifiableSortedSet(new TreeSet<>(groups));
      folded = Collections.unmodifiableSortedSet(new TreeSet<>(folded));
    }
  }

  static final MapPicture AT_FIRST =
      new MapPicture(
          Workspace.EMPTY,
          MapChoice.AT_FIRST,
          0,
          MapScene.EMPTY,
          new Situation.Loading(),
          Set.of(),
          Set.of(),
          false,
          Optional.empty(),
          Grouping.NOTHING,
          Optional.empty(),
          Optional.empty(),
          ComparableSides.NONE);
}
