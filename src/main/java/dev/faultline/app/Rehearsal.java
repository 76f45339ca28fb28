package dev.faultline.app;

import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.Pool;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.StateChange;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonStream;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the demo a few times over, while a person still looks at the contexts: the JVM compiles
 * what it runs often, and would otherwise begin with it when a large cluster is waited for.
 */
final class Rehearsal {

  private static final int TIMES = 12;

  private Rehearsal() {}

  /**
   * Takes a second of one processor.
   *
   * @return what was read last, for whoever has more to do with it
   */
  static Workspace play(InstantSource clock) {
    var now = clock.instant();
    try (var demo = DemoCluster.incident(DemoClock.standingAt(now))) {
      var state = demo.source().state();
      var list = list(state, demo.actions()).getBytes(StandardCharsets.UTF_8);
      var workspace = Workspace.EMPTY;
      for (int i = 0; i < TIMES && !Thread.currentThread().isInterrupted(); i++) {
        var picture = ClusterPicture.of(demo.linked(), read(state, list, now));
        workspace = new Workspace(List.of(picture));
      }
      return workspace;
    }
  }

  private static String list(ClusterState state, ClusterActions actions) {
    var objects = new ArrayList<String>();
    state
        .all()
        .forEach(
            object -> {
              if (actions.read(object.ref()) instanceof Reading.Found found) {
                objects.add(JsonCodec.write(found.manifest().tree()));
              }
            });
    return "{\"items\":[" + String.join(",", objects) + "]}";
  }

  private static ClusterState read(ClusterState state, byte[] list, Instant now) {
    var changes = new ArrayList<StateChange>();
    var intake = Intake.into(state.cluster(), new Pool());
    JsonStream.readList(
        new ByteArrayInputStream(list),
        "items",
        intake.worthReading(Kind.DEPLOYMENT),
        tree -> changes.add(new StateChange.Put(intake.read(new Manifest(tree)))));
    return ClusterState.empty(state.cluster(), now).apply(now, changes);
  }
}
