package dev.faultline.ui.map;

import dev.faultline.graph.layout.FittingLayout;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapStructure;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.workspace.Workspace;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes maps that nobody will see: what that loads and compiles, the first real ones need not wait
 * for. First the overview, which is seen first; then a group of sixty services opened beside other
 * groups, for which the few services of a demo run too little of the layout too seldom.
 */
final class MapRehearsal {

  private static final int OVERVIEWS = 8;
  private static final int OPENINGS = 6;
  private static final int SERVICES = 60;
  private static final int GROUPS = 15;
  private static final ClusterId NOWHERE = new ClusterId("rehearsal");

  private MapRehearsal() {}

  static void play(Workspace workspace, InstantSource clock) throws InterruptedException {
    var maker = new MapMaker(clock);
    var overview = MapChoice.AT_FIRST.folding(Folds.all(true));
    for (int i = 0; i < OVERVIEWS && goesOn(); i++) {
      maker.make(new MapMaker.Request(workspace, overview, false));
    }
    var layout = new FittingLayout();
    var opened = opened();
    for (int i = 0; i < OPENINGS && goesOn(); i++) {
      layout.place(opened);
    }
    if (goesOn()) {
      var services = MapChoice.AT_FIRST.folding(Folds.all(false));
      maker.make(new MapMaker.Request(workspace, services, false));
    }
  }

  private static boolean goesOn() {
    return !Thread.currentThread().isInterrupted();
  }

  /** Each node leads to three others, all over the map. */
  private static MapStructure opened() {
    var nodes = new LinkedHashMap<MapSubject, Optional<GroupId>>();
    var group = GroupId.namespace(NOWHERE, "open");
    for (int i = 0; i < SERVICES; i++) {
      var ref = new ResourceRef(NOWHERE, Kind.DEPLOYMENT, "open", "service-" + i);
      nodes.put(new MapSubject.InCluster(ref), Optional.of(group));
    }
    for (int i = 0; i < GROUPS; i++) {
      nodes.put(new MapSubject.Folded(GroupId.namespace(NOWHERE, "folded-" + i)), Optional.empty());
    }
    return MapStructure.of(nodes, lines(List.copyOf(nodes.keySet())));
  }

  private static Set<Line> lines(List<MapSubject> nodes) {
    var lines = new LinkedHashSet<Line>();
    for (int i = 0; i < nodes.size(); i++) {
      for (int step : new int[] {13, 26, 39}) {
        int to = (7 * i + step) % nodes.size();
        if (to != i) {
          lines.add(new Line(nodes.get(i), nodes.get(to)));
        }
      }
    }
    return lines;
  }
}
