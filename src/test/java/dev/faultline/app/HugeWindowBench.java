package dev.faultline.app;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.concurrent.Background;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.HugeCluster;
import dev.faultline.text.Messages;
import dev.faultline.ui.theme.Themes;
import dev.faultline.workspace.ClusterOpener.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * The window on more services than anybody has: from the click to the grouped map, from there to a
 * group that is open, and what memory that takes at its peak, the cluster itself included. The
 * cluster comes through the ports, and is there before the click. Arguments: the number of services
 * (10,000), and of seconds to stay open afterwards (10). Needs a display.
 */
public final class HugeWindowBench extends AnimationTimer {

  private static final int WARM_UP = 120;

  private final WindowContent window;
  private final Scene scene;
  private final long seconds;
  private int pulses;
  private long clicked;
  private Optional<GroupOpening> opening = Optional.empty();
  private long over;

  private HugeWindowBench(WindowContent window, Scene scene, long seconds) {
    this.window = window;
    this.scene = scene;
    this.seconds = seconds;
  }

  public static void main(String[] arguments) throws IOException {
    int services = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
    long seconds = arguments.length < 2 ? 10 : Long.parseLong(arguments[1]);
    var state = HugeCluster.state(services, Clock.systemUTC().instant());
    var linked =
        new LinkedCluster(
            new FixedSource(state), new NoActions("a benchmark"), new Safety(false, true, false));
    var folder = Files.createTempDirectory("faultline-bench");
    Platform.startup(() -> open(parts(folder, linked), seconds));
  }

  private static WindowParts parts(Path folder, LinkedCluster linked) {
    var folders = new UserFolders(folder, folder, folder);
    return new WindowParts(
        new Messages(Locale.ENGLISH),
        Clock.systemUTC(),
        new Background("window", (what, cause) -> cause.printStackTrace()),
        new SettingsKeeper(new SettingsStore(folders)),
        new OpenWindow.NoContexts(),
        (choice, kinds, look) -> new Opened(List.of(linked), List.of()),
        (cluster, receiver) -> () -> {},
        new Journal(folder),
        "kim",
        "0.1.0",
        folder,
        folder.resolve("faultline.log"),
        "~/.kube/config");
  }

  private static void open(WindowParts parts, long seconds) {
    var stage = new Stage();
    var window = new WindowContent(parts, stage, new Themes());
    var scene = new Scene(window.root(), 1440, 900);
    window.dress(scene);
    stage.setScene(scene);
    stage.show();
    window.start();
    new HugeWindowBench(window, scene, seconds).start();
  }

  @Override
  public void handle(long now) {
    pulses++;
    if (pulses == WARM_UP) {
      clicked = now;
      window.openDemo();
    } else if (pulses > WARM_UP && opening.isEmpty() && isDrawn()) {
      System.out.printf(
          Locale.ROOT,
          "%,d services drawn after %.0f ms%n",
          window.linkedNow().services().count(),
          (now - clicked) / 1e6);
      opening = Optional.of(new GroupOpening(scene));
    } else if (opening.isPresent() && over == 0) {
      over = opening.get().pulse(now, isDrawn()) ? now : 0;
    } else if (over > 0 && now - over > seconds * 1_000_000_000L) {
      System.out.println("peak memory " + PeakMemory.words());
      System.exit(0);
    }
  }

  private boolean isDrawn() {
    var linked = window.linkedNow();
    return linked.services().findAny().isPresent() && window.drawn().equals(Optional.of(linked));
  }
}
