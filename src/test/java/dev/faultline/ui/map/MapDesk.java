package dev.faultline.ui.map;

import dev.faultline.concurrent.Background;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.demo.DemoShop;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Kind;
import dev.faultline.model.Mending;
import dev.faultline.model.ResourceRef;
import dev.faultline.testkit.SimulatedTraffic;
import dev.faultline.text.Messages;
import dev.faultline.ui.fx.Dialogs;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.EdgeMender;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.TrafficFollower;
import dev.faultline.workspace.WorkspaceFeed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** The demo's incident, the model of the map, and a record of what the engineer was led to. */
final class MapDesk implements AutoCloseable {

  static final ResourceRef PAYMENT = DemoShop.CULPRIT;

  final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  final DemoCluster demo = DemoCluster.incident(clock);
  final List<String> ways = new CopyOnWriteArrayList<>();
  final List<String> failures = new CopyOnWriteArrayList<>();
  final Background background =
      new Background("desk", (what, cause) -> failures.add(what + ": " + cause));
  final WorkspaceFeed feed;
  volatile List<Mending> mended = List.of();
  final ScreenTools tools;
  final MapViewModel model;

  /**
   * @param fx stands for the FX thread, or is it
   * @param target where an export is saved to
   */
  MapDesk(Executor fx, Path target) {
    this(fx, target, desk -> TrafficFollower.NONE);
  }

  private MapDesk(Executor fx, Path target, Function<MapDesk, TrafficFollower> telemetry) {
    feed =
        new WorkspaceFeed(
            (what, cause) -> failures.add(what + ": " + cause),
            telemetry.apply(this),
            id -> mended);
    tools =
        new ScreenTools(new Messages(Locale.ENGLISH), fx, background, clock, new Answers(target));
    model = new MapViewModel(tools, feed, new Ways(), new Mended());
  }

  /** The same with telemetry that tells what really talks. */
  static MapDesk withTraffic(Executor fx, Path target) {
    return new MapDesk(
        fx, target, desk -> new SimulatedTraffic().follower(desk.background, desk.clock));
  }

  void link() {
    feed.link(demo.linked());
  }

  static ResourceRef deployment(String name) {
    return PAYMENT.sibling(Kind.DEPLOYMENT, name);
  }

  @Override
  public void close() {
    feed.close();
    background.close();
    demo.close();
  }

  private final class Mended implements EdgeMender {
    @Override
    public void mend(ClusterId cluster, Mending said) {
      mended = Stream.concat(mended.stream(), Stream.of(said)).toList();
      feed.mended();
    }

    @Override
    public void takeBack(ClusterId cluster, Mending said) {
      mended = mended.stream().filter(one -> !one.equals(said)).toList();
      feed.mended();
    }
  }

  private final class Ways implements Navigator {
    @Override
    public void showOnMap(ResourceRef service) {
      ways.add("map " + service.name());
    }

    @Override
    public void showService(ResourceRef service, ServicePart part) {
      ways.add(part + " of " + service.name());
    }

    @Override
    public void compare(ComparedSide before, ComparedSide after) {
      ways.add("compare " + before.getClass().getSimpleName() + after.getClass().getSimpleName());
    }

    @Override
    public void rollBack(ResourceRef service, Optional<String> revision) {
      ways.add("roll back " + service.name());
    }

    @Override
    public void undo(ResourceRef service, String journalId) {
      ways.add("undo");
    }
  }

  private final class Answers implements Dialogs {
    private final Path target;

    Answers(Path target) {
      this.target = target;
    }

    @Override
    public void ask(Question question, Runnable onYes) {
      onYes.run();
    }

    @Override
    public void chooseFolder(String title, Consumer<Path> onChosen) {
      onChosen.accept(target);
    }

    @Override
    public void chooseFile(String title, Consumer<Path> onChosen) {
      onChosen.accept(target);
    }

    @Override
    public void saveFile(String title, String suggestedName, Consumer<Path> onChosen) {
      onChosen.accept(target.resolve(suggestedName));
    }

    @Override
    public void tell(String sentence) {
      ways.add(sentence);
    }

    @Override
    public void failed(String what, Throwable cause) {
      failures.add(what + ": " + cause);
    }
  }
}
