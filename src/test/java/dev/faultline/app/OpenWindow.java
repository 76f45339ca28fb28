package dev.faultline.app;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.concurrent.Background;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.testkit.SimulatedTraffic;
import dev.faultline.text.Messages;
import dev.faultline.ui.theme.Themes;
import dev.faultline.workspace.ClusterOpener;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.ContextLister;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.image.WritableImage;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** Faultline's window on a screen that needs no display, as a person finds it. */
final class OpenWindow implements AutoCloseable {

  static final double WIDTH = 1000;
  static final double HEIGHT = 780;
  private static final Duration PATIENCE = Duration.ofSeconds(40);

  final FxRobot robot = new FxRobot();
  final List<String> failures = new CopyOnWriteArrayList<>();
  final Background background = new Background("window", (what, cause) -> failures.add(what));
  final Journal journal;
  private final WindowParts parts;
  private WindowContent content;
  private Scene scene;

  private OpenWindow(Function<OpenWindow, WindowParts> made) throws TimeoutException {
    parts = made.apply(this);
    journal = parts.journal();
    var shown = new Object[2];
    FxToolkit.setupStage(stage -> show(stage, parts, shown));
    content = (WindowContent) shown[0];
    scene = (Scene) shown[1];
  }

  private WindowParts partsIn(
      Path folder, Clock clock, ClusterOpener opener, ContextLister contexts) {
    var folders =
        new UserFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("logs"));
    return new WindowParts(
        new Messages(Locale.ENGLISH),
        clock,
        background,
        new SettingsKeeper(new SettingsStore(folders)),
        contexts,
        opener,
        new SimulatedTraffic().follower(background, clock),
        new Journal(folder.resolve("data")),
        "kim",
        "0.1.0",
        folders.logs(),
        folders.logs().resolve("faultline.log"),
        "~/.kube/config");
  }

  /** A window composed as the product is, for a user with that environment. */
  static OpenWindow ofUser(Map<String, String> environment) throws TimeoutException {
    return new OpenWindow(
        window ->
            WindowRoot.parts(
                environment,
                new Messages(Locale.ENGLISH),
                window.background,
                (what, cause) -> window.failures.add(what + ": " + cause)));
  }

  /** Once a process: TestFX on JavaFX's own headless platform. */
  static void withoutADisplay() throws TimeoutException {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    FxToolkit.registerPrimaryStage();
  }

  /** A window whose demo button opens that cluster. */
  static OpenWindow on(Path folder, Clock clock, LinkedCluster cluster) throws TimeoutException {
    return on(
        folder,
        clock,
        (choice, kinds, watch) -> new Opened(List.of(cluster), List.of()),
        new NoContexts());
  }

  static OpenWindow on(Path folder, Clock clock, ClusterOpener opener, ContextLister contexts)
      throws TimeoutException {
    return new OpenWindow(window -> window.partsIn(folder, clock, opener, contexts));
  }

  private static void show(Stage stage, WindowParts parts, Object[] shown) {
    var window = new WindowContent(parts, stage, new Themes());
    var made = new Scene(window.root(), WIDTH, HEIGHT);
    window.dress(made);
    stage.setScene(made);
    stage.show();
    window.start();
    shown[0] = window;
    shown[1] = made;
  }

  Scene scene() {
    return scene;
  }

  /** What the window was made of. */
  WindowParts parts() {
    return parts;
  }

  /** Tells the window of a failure, as its background tasks do. */
  void fail(String what, Throwable cause) {
    content.failed(what, cause);
  }

  /** Presses the button without a pointer, which would leave its hover in a picture. */
  void press(String query) {
    var button = node(query, ButtonBase.class);
    robot.interact(button::fire);
  }

  Optional<Node> find(String query) {
    return robot.lookup(query).tryQuery().filter(OpenWindow::isShown);
  }

  /** The node, once it is there. */
  <T extends Node> T node(String query, Class<T> type) {
    until(query + " is shown", () -> find(query).isPresent());
    return type.cast(find(query).orElseThrow());
  }

  /** Any text that is shown and contains the words. */
  boolean says(String words) {
    return robot.lookup(node -> text(node).contains(words)).queryAll().stream()
        .anyMatch(OpenWindow::isShown);
  }

  private static String text(Node node) {
    var text =
        switch (node) {
          case Labeled label -> label.getText();
          case Text plain -> plain.getText();
          default -> "";
        };
    return text == null ? "" : text;
  }

  void until(String what, BooleanSupplier condition) {
    until(what, condition, () -> {});
  }

  void until(String what, BooleanSupplier condition, Runnable meanwhile) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError(
            what + ": not within " + PATIENCE + "; " + failures + "; seen in " + picture(what));
      }
      meanwhile.run();
      robot.sleep(20);
    }
  }

  /** What a person would have seen, for whoever looks into a failure. */
  private Path picture(String what) {
    var images = new ArrayList<WritableImage>();
    robot.interact(() -> images.add(scene.snapshot(null)));
    var name = what.replaceAll("[^A-Za-z0-9]+", "-");
    return Picture.write(images.getFirst(), Path.of("target", "windows", name + ".png"));
  }

  static boolean isShown(Node node) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (!at.isVisible()) {
        return false;
      }
    }
    return node.getScene() != null;
  }

  @Override
  public void close() throws TimeoutException {
    FxToolkit.cleanupStages();
    content.close();
    background.close();
  }

  /** There is no kubeconfig on this machine. */
  static final class NoContexts implements ContextLister {
    @Override
    public Listing known(Optional<Path> kubeconfig) {
      return new Listing(List.of(), List.of());
    }

    @Override
    public Listing test(Optional<Path> kubeconfig, Consumer<Context> onFound) {
      return known(kubeconfig);
    }
  }
}
