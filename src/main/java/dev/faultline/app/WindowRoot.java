package dev.faultline.app;

import dev.faultline.cluster.fabric8.LiveClusters;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.FailureListener;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.text.BuildVersion;
import dev.faultline.text.Messages;
import dev.faultline.ui.theme.Themes;
import dev.faultline.workspace.TrafficPolling;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.util.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Composition root of the window. */
public final class WindowRoot {

  private static final Logger LOG = LoggerFactory.getLogger(WindowRoot.class);
  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final int NO_DISPLAY = 2;
  private static final Duration REHEARSAL = Duration.seconds(1.5);

  private final Map<String, String> environment;
  private final AtomicReference<@Nullable WindowContent> content = new AtomicReference<>();
  private final BiConsumer<Stage, WindowContent> afterShown;

  private WindowRoot(Map<String, String> environment, BiConsumer<Stage, WindowContent> afterShown) {
    this.environment = environment;
    this.afterShown = afterShown;
  }

  /** Opens the window and waits until it is closed; the result is the process's exit code. */
  public static int run() {
    return run((stage, window) -> {});
  }

  /**
   * The same for whoever has more to do with the window.
   *
   * @param afterShown called on the FX thread once it is open
   */
  static int run(BiConsumer<Stage, WindowContent> afterShown) {
    return new WindowRoot(System.getenv(), afterShown).open();
  }

  /**
   * Opens a window that nobody sees, links to a cluster and then to the demo, and closes it a
   * moment later: the build records what that loads, so that a real start finds it ready.
   *
   * @param home an empty folder to stand for the user's
   * @param kubeconfig whose current context is linked to
   */
  public static int rehearse(Path home, Path kubeconfig) {
    System.setProperty("glass.platform", "Headless");
    System.setProperty("prism.order", "sw");
    var user = Map.of("HOME", home.toString(), "KUBECONFIG", kubeconfig.toString());
    return new WindowRoot(user, WindowRoot::rehearseOn).open();
  }

  private static void rehearseOn(Stage stage, WindowContent window) {
    after(REHEARSAL, window::linkChosen);
    after(REHEARSAL.multiply(3), window::openDemo);
    after(REHEARSAL.multiply(5), stage::hide);
  }

  private static void after(Duration time, Runnable act) {
    var pause = new PauseTransition(time);
    pause.setOnFinished(event -> act.run());
    pause.play();
  }

  private int open() {
    var words = new Messages(Locale.ENGLISH);
    if (!hasDisplay()) {
      return noDisplay(words);
    }
    try (var background = new Background("faultline", this::report)) {
      return show(parts(environment, words, background, this::report));
    }
  }

  /** Everything that needs no display, as this user and machine have it. */
  static WindowParts parts(
      Map<String, String> environment,
      Messages words,
      Background background,
      FailureListener failures) {
    var home = UserFolders.home(environment);
    var folders = UserFolders.of(environment, System.getProperty("os.name", ""), home);
    var settings = new SettingsKeeper(new SettingsStore(folders));
    var log = settings.settings().logFolder().orElse(folders.logs()).resolve("faultline.log");
    LogFile.open(log);
    var clock = Clock.systemUTC();
    var clusters = new LiveClusters(environment, clock, failures, new SecretGuard(Salt.fresh()));
    var contexts =
        new KubeSources(
            environment,
            home,
            settings::settings,
            settings.trouble().isPresent(),
            clusters,
            background);
    return new WindowParts(
        words,
        clock,
        background,
        settings,
        contexts,
        new Sources(contexts, folders.data().resolve("demo.jsonl"), clock),
        new TrafficPolling(
            background,
            clock,
            new TelemetrySources(settings::settings, background),
            id -> TelemetryChoices.of(settings.settings().forContext(id.name())),
            TrafficPolling.EVERY),
        new Journal(folders.data()),
        System.getProperty("user.name", "unknown"),
        BuildVersion.read(),
        folders.logs(),
        log,
        environment.getOrDefault("KUBECONFIG", "~/.kube/config"));
  }

  private int show(WindowParts parts) {
    var closed = new CountDownLatch(1);
    try {
      Platform.startup(() -> show(parts, closed));
    } catch (RuntimeException e) {
      LOG.warn("JavaFX does not start", e);
      return noDisplay(parts.words());
    }
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    var shown = content.get();
    if (shown != null) {
      shown.close();
    }
    parts.settings().save();
    Platform.exit();
    return 0;
  }

  private void show(WindowParts parts, CountDownLatch closed) {
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (thread, cause) -> report(parts.words().say("app.fault"), cause));
    var stage = new Stage();
    var window = new WindowContent(parts, stage, new Themes());
    content.set(window);
    // No larger than the screen, or its buttons would lie outside.
    var screen = Screen.getPrimary().getVisualBounds();
    var scene =
        new Scene(
            window.root(),
            Math.min(WIDTH, screen.getWidth()),
            Math.min(HEIGHT, screen.getHeight()));
    window.dress(scene);
    stage.setTitle(parts.words().say("app.title"));
    stage.setScene(scene);
    stage.setMinWidth(1024);
    stage.setMinHeight(680);
    stage.setOnHidden(event -> closed.countDown());
    stage.show();
    window.start();
    afterShown.accept(stage, window);
  }

  /**
   * Whatever fails is written down and shown: silence would be worse than an ugly dialog. That a
   * cluster does not answer in time is no fault of ours, and is said where it was asked.
   */
  private void report(String what, Throwable cause) {
    if (cause instanceof TimeoutException) {
      LOG.warn("Given up: {}", what, cause);
      return;
    }
    LOG.error("Failed: {}", what, cause);
    var shown = content.get();
    if (shown != null) {
      shown.failed(what, cause);
    }
  }

  /** On Linux JavaFX needs X; elsewhere there is always a display. */
  private boolean hasDisplay() {
    boolean linux = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
    boolean headless = "Headless".equalsIgnoreCase(System.getProperty("glass.platform", ""));
    return !linux || headless || !environment.getOrDefault("DISPLAY", "").isBlank();
  }

  private static int noDisplay(Messages words) {
    System.err.println(words.say("app.noDisplay"));
    return NO_DISPLAY;
  }
}
