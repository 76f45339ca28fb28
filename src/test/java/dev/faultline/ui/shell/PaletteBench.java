package dev.faultline.ui.shell;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.concurrent.Background;
import dev.faultline.model.ResourceRef;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.HugeCluster;
import dev.faultline.testkit.Refusing;
import dev.faultline.text.Messages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.Workspace;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long the palette takes from a key to its results, with as many services as are named (10,000
 * unless said otherwise) and two versions of each; beside it one pass over the same names by {@link
 * String#contains}. Needs no display.
 */
public final class PaletteBench {

  private static final List<String> TYPED =
      List.of("service-4242", "s42", "team-7 9", "1.1.0", "srv99", "zzz");
  private static final int ROUNDS = 20;

  private PaletteBench() {}

  public static void main(String[] arguments) {
    int services = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    var state = HugeCluster.state(services, Clock.systemUTC().instant());
    var linked =
        new LinkedCluster(
            new FixedSource(state), new NoActions("a benchmark"), new Safety(false, true, false));
    var workspace = new Workspace(List.of(ClusterPicture.of(linked, state)));
    try (var background = new Background("bench", (what, cause) -> {})) {
      var tools =
          new ScreenTools(
              new Messages(Locale.ENGLISH),
              Runnable::run,
              background,
              Clock.systemUTC(),
              new Refusing());
      measure(new PaletteViewModel(tools, new Nowhere(), List.of()), workspace);
    }
  }

  private static void measure(PaletteViewModel palette, Workspace workspace) {
    var opening = new ArrayList<Double>();
    var keys = new ArrayList<Double>();
    var contains = new ArrayList<Double>();
    for (int round = 0; round < ROUNDS; round++) {
      opening.add(timed(() -> palette.open(workspace)));
      for (String typed : TYPED) {
        for (int end = 1; end <= typed.length(); end++) {
          var part = typed.substring(0, end);
          keys.add(timed(() -> palette.queryProperty().set(part)));
          contains.add(timed(() -> pass(workspace, part)));
        }
      }
    }
    say("opening", opening);
    say("a key", keys);
    say("contains", contains);
  }

  private static long pass(Workspace workspace, String part) {
    return workspace.services().filter(one -> one.ref().name().contains(part)).count();
  }

  private static double timed(Runnable work) {
    long begun = System.nanoTime();
    work.run();
    return (System.nanoTime() - begun) / 1e6;
  }

  private static void say(String what, List<Double> times) {
    double first = times.getFirst();
    Collections.sort(times);
    IO.println(
        String.format(
            Locale.ROOT,
            "%-10s median %.1f ms, 95 of 100 within %.1f ms, longest %.1f ms, the first %.1f ms",
            what,
            times.get(times.size() / 2),
            times.get((int) (times.size() * 0.95)),
            times.getLast(),
            first));
  }

  private static final class Nowhere implements Navigator {
    @Override
    public void showOnMap(ResourceRef service) {}

    @Override
    public void showService(ResourceRef service, ServicePart part) {}

    @Override
    public void compare(ComparedSide before, ComparedSide after) {}

    @Override
    public void rollBack(ResourceRef service, Optional<String> revision) {}

    @Override
    public void undo(ResourceRef service, String journalId) {}
  }
}
