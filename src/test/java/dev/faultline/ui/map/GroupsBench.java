package dev.faultline.ui.map;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.model.ClusterState;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.HugeCluster;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How long it takes from a state to the grouped map, until a group of sixty is opened in it, and
 * until a refresh with one more service is laid out, of which it says how far the old nodes moved.
 * Nothing is drawn; needs no display. The argument is the number of services, else 1,000.
 */
public final class GroupsBench {

  private static final int ROUNDS = 9;
  private static final GroupId SIXTY = GroupId.namespace(HugeCluster.ID, "team-3");

  private GroupsBench() {}

  public static void main(String[] arguments) throws Exception {
    int services = arguments.length == 0 ? 1_000 : Integer.parseInt(arguments[0]);
    var now = Clock.systemUTC().instant();
    var state = HugeCluster.state(services, now);
    var later = HugeCluster.state(services + 1, now);
    var picture = new ArrayList<Double>();
    var grouped = new ArrayList<Double>();
    var opened = new ArrayList<Double>();
    var refreshed = new ArrayList<Double>();
    double moved = 0;
    for (int round = 0; round < ROUNDS; round++) {
      var maker = new MapMaker(Clock.systemUTC());
      var workspace = timed(picture, () -> workspace(state));
      timed(grouped, () -> maker.make(request(workspace, MapChoice.AT_FIRST)));
      var open = MapChoice.AT_FIRST.folding(MapChoice.AT_FIRST.folds().with(SIXTY, false));
      var before = timed(opened, () -> maker.make(request(workspace, open)));
      var more = workspace(later);
      var after = timed(refreshed, () -> maker.make(request(more, open)));
      moved = Math.max(moved, moved(before, after));
    }
    say("services and graph from the state", picture);
    say("the grouped map", grouped);
    say("a group of sixty opened", opened);
    say("a refresh with one more service", refreshed);
    IO.println(String.format(Locale.ROOT, "the old nodes moved by %.1f px", moved));
  }

  private static Workspace workspace(ClusterState state) {
    var linked =
        new LinkedCluster(
            new FixedSource(state), new NoActions("a benchmark"), new Safety(false, true, false));
    return new Workspace(List.of(ClusterPicture.of(linked, state)));
  }

  private static MapMaker.Request request(Workspace workspace, MapChoice choice) {
    return new MapMaker.Request(workspace, choice, false);
  }

  private static double moved(MapPicture before, MapPicture after) {
    return before.scene().nodes().stream()
        .mapToDouble(
            node ->
                after
                    .scene()
                    .find(node.subject())
                    .map(MapNode::box)
                    .map(box -> Math.hypot(box.x() - node.box().x(), box.y() - node.box().y()))
                    .orElse(Double.NaN))
        .max()
        .orElse(0);
  }

  private static <T> T timed(List<Double> times, Callable<T> work) throws Exception {
    long begun = System.nanoTime();
    T made = work.call();
    times.add((System.nanoTime() - begun) / 1e6);
    return made;
  }

  private static void say(String what, List<Double> times) {
    double first = times.removeFirst();
    Collections.sort(times);
    IO.println(
        String.format(
            Locale.ROOT,
            "%-36s the first %.0f ms, then median %.0f ms",
            what,
            first,
            times.get(times.size() / 2)));
  }
}
