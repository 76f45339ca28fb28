package dev.faultline.ui.diff;

import dev.faultline.concurrent.Background;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Service;
import dev.faultline.text.Messages;
import dev.faultline.ui.fx.Dialogs;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.WorkspaceFeed;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** The demo's incident with the diff screen's model before it; its clock stands. */
final class DiffDesk implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  final List<String> failures = new CopyOnWriteArrayList<>();
  final List<String> went = new CopyOnWriteArrayList<>();
  final List<String> told = new CopyOnWriteArrayList<>();
  final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  final DemoCluster demo;
  final WorkspaceFeed feed;
  final ScreenTools tools;
  final DiffViewModel vm;
  private final Background background;

  DiffDesk() {
    this(DiffDesk::inTurn);
  }

  /** Stands for the FX thread: one task at a time. */
  private static void inTurn(Runnable task) {
    synchronized (DiffDesk.class) {
      task.run();
    }
  }

  private static boolean isTrueInTurn(BooleanSupplier condition) {
    synchronized (DiffDesk.class) {
      return condition.getAsBoolean();
    }
  }

  DiffDesk(Executor fx) {
    demo = DemoCluster.incident(clock);
    feed = new WorkspaceFeed((what, cause) -> failures.add(what + ": " + cause));
    feed.link(demo.linked());
    background = new Background("desk", (what, cause) -> failures.add(what + ": " + cause));
    tools =
        new ScreenTools(
            new Messages(Locale.ENGLISH), fx, background, clock, new ToldDialogs(told, failures));
    vm = new DiffViewModel(tools, feed, new WentNavigator(went));
    await("the shop is linked", () -> feed.workspace().services().count() > 5);
  }

  Service service(String name) {
    return feed.workspace()
        .services()
        .filter(service -> service.ref().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  ComparedSide live(String name) {
    return new ComparedSide.Live(service(name).ref());
  }

  ComparedSide at(String name, String version) {
    var service = service(name);
    var revision =
        service.revisions().stream()
            .filter(r -> r.version().text().equals(version))
            .findFirst()
            .orElseThrow();
    return new ComparedSide.AtRevision(service.ref(), revision.id());
  }

  /** Compares and waits until it is told what came of it. */
  DiffState compare(ComparedSide before, ComparedSide after) {
    vm.compare(before, after);
    return settled();
  }

  DiffState settled() {
    await("the comparison ends", () -> !vm.busy().get());
    return vm.state().get();
  }

  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!isTrueInTurn(condition)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("waited in vain until " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }
  }

  @Override
  public void close() {
    background.close();
    feed.close();
    demo.close();
  }

  private record WentNavigator(List<String> went) implements Navigator {
    @Override
    public void showOnMap(ResourceRef service) {
      went.add("map " + service.path());
    }

    @Override
    public void showService(ResourceRef service, ServicePart part) {
      went.add("service " + service.path());
    }

    @Override
    public void compare(ComparedSide before, ComparedSide after) {
      went.add("compare");
    }

    @Override
    public void rollBack(ResourceRef service, Optional<String> revision) {
      went.add("roll back " + service.path() + " to " + revision.orElse("the last known good"));
    }

    @Override
    public void undo(ResourceRef service, String journalId) {
      went.add("undo " + journalId);
    }
  }

  private record ToldDialogs(List<String> told, List<String> failures) implements Dialogs {
    @Override
    public void ask(Question question, Runnable onYes) {}

    @Override
    public void chooseFolder(String title, Consumer<Path> onChosen) {}

    @Override
    public void chooseFile(String title, Consumer<Path> onChosen) {}

    @Override
    public void saveFile(String title, String suggestedName, Consumer<Path> onChosen) {}

    @Override
    public void tell(String sentence) {
      told.add(sentence);
    }

    @Override
    public void failed(String what, Throwable cause) {
      failures.add(what + ": " + cause);
    }
  }
}
