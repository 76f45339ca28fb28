package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.workspace.ClusterOpener.Opened;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxToolkit;

/** Pictures of every screen, for people who look at them: {@code src/test/pictures/take.sh}. */
@Tag("pictures")
class PicturesTest {

  private static final Instant NIGHT = Instant.parse("2026-05-12T03:15:00Z");
  private static final Duration STEP = Duration.ofMillis(500);
  private static final Path PICTURES =
      Path.of(System.getProperty("faultline.pictures", "screenshots"));

  /** It is seen in the settings: a folder of another name each time would be another picture. */
  private static final Path FOLDER = Path.of("target", "kim");

  private final DemoClock clock = DemoClock.standingAt(NIGHT);

  @BeforeAll
  static void onTheDisplay() throws Exception {
    if (Files.exists(FOLDER)) {
      try (var old = Files.walk(FOLDER)) {
        old.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
      }
    }
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theNightFromTheFirstPictureToTheJournal() throws Exception {
    on(
        DemoCluster.incident(clock),
        (window, pictures) -> {
          connect(window, pictures);
          lookAround(window, pictures);
          compare(window, pictures);
          takeBack(window, pictures);
          aside(window, pictures);
        });
  }

  @Test
  void aClusterWithNothingOnIt() throws Exception {
    on(
        DemoCluster.empty(clock),
        (window, pictures) -> {
          window.press("#open-demo");
          window.node("#go-services", Node.class);
          pictures.small("empty-map");
          window.press("#go-services");
          pictures.small("empty-services");
          window.press("#go-journal");
          pictures.small("empty-journal");
        });
  }

  @ParameterizedTest
  @ValueSource(ints = {12, 60, 300, 1000})
  void aMapOf(int services) throws Exception {
    on(
        ManyServices.cluster(clock, services),
        (window, pictures) -> {
          window.press("#open-demo");
          window.until("the map is shown", () -> window.says(services + " services"));
          window.robot.sleep(3000);
          pictures.take("map-of-" + services, PictureBook.LARGEST, () -> window.press("Fit"));
        });
  }

  @Test
  void whatIsMendedByHand() throws Exception {
    on(
        DemoCluster.incident(clock),
        (window, pictures) -> {
          window.press("#open-demo");
          window.until("the map says what fails", () -> window.says("payment 1.5.0:"));
          window.press("#go-services");
          select(window, "payment");
          window.press("#go-map");
          window.press("#mend-open");
          type(window, "#mend-target", "nobody");
          type(window, "#mend-reason", "The address is built in code");
          window.press("#mend-do");
          pictures.everySize("mend-missing");
          window.press("#inspector-close");
          window.press("#go-services");
          select(window, "order");
          window.press("#go-map");
          window.until("it is told what order needs", () -> window.find("#why").isPresent());
          window.press("#why");
          window.press("#mend-open");
          type(window, "#mend-reason", "The flag beside it is off since May");
          pictures.everySize("mend-arrow");
          window.press("#mend-do");
          window.until("it is said", () -> window.find("#mend-back").isPresent());
          pictures.small("mended");
        });
  }

  private static void type(OpenWindow window, String field, String text) {
    var found = window.node(field, TextField.class);
    window.robot.interact(() -> found.setText(text));
  }

  @Test
  void namesAsLongAsTheyMayBe() throws Exception {
    on(
        LongNames.cluster(clock),
        (window, pictures) -> {
          window.press("#open-demo");
          window.until("the map is shown", () -> window.says(LongNames.CALLED));
          pictures.take("long-names-map", PictureBook.SMALL, () -> window.press("Fit"));
          openService(window, LongNames.CALLED);
          pictures.small("long-names-service");
          window.press("#go-services");
          pictures.small("long-names-services");
          window.press("#go-map");
          pictures.take("long-names-inspector", PictureBook.SMALL, () -> window.press("Fit"));
          openService(window, LongNames.CALLED);
          window.press("#open-diff");
          window.until("it is compared", () -> rows(window, "#diff-changes") > 0);
          pictures.small("long-names-diff");
          window.press("#diff-take-back");
          window.until("the checks are done", () -> window.says("Checks: "));
          pictures.small("long-names-rollback");
        });
  }

  private static void connect(OpenWindow window, PictureBook pictures) {
    for (var name : List.of("prod-eu", "staging")) {
      var box = window.node("#choose-" + name, CheckBox.class);
      if (!box.isSelected()) {
        window.robot.interact(box::fire);
      }
    }
    pictures.everySize("connect");
    window.press("#open-demo");
    window.until("the map says what fails", () -> window.says("payment 1.5.0:"));
  }

  private static void lookAround(OpenWindow window, PictureBook pictures) {
    pictures.everySize("map-overview", () -> window.press("Fit"));
    window.press("#go-services");
    select(window, "payment");
    pictures.everySize("services");
    window.press("#go-map");
    pictures.everySize("map", () -> window.press("Fit"));
    openService(window, "payment");
    window.until("its versions are listed", () -> rows(window, "#versions-table") >= 5);
    pictures.everySize("service");
    tab(window, 1);
    pictures.everySize("service-configuration");
    tab(window, 2);
    pictures.everySize("service-pods");
    tab(window, 3);
    pictures.everySize("service-events");
    tab(window, 4);
    window.until("the log is read", () -> window.says("DB_POOL must be at least 1"));
    pictures.everySize("service-logs");
    tab(window, 0);
    window.press("#go-map");
  }

  private static void compare(OpenWindow window, PictureBook pictures) {
    window.press("Compare with 1.4.2");
    window.until("it is compared", () -> rows(window, "#diff-changes") >= 2);
    pictures.everySize("diff");
    window.press("#diff-unified");
    pictures.everySize("diff-unified");
    window.press("#diff-beside");
    window.press("#go-map");
  }

  private void takeBack(OpenWindow window, PictureBook pictures) {
    window.press("Take it back…");
    window.until("the checks are done", () -> window.says("Checks: "));
    var reason = window.node("#reason", TextField.class);
    window.robot.interact(() -> reason.setText("Crash loop since 02:49, DB_POOL was set to 0"));
    pictures.everySize("rollback");
    window.press("#do-it");
    window.node("#progress", Node.class);
    letPass(window, 6);
    pictures.everySize("progress");
    letPass(window, 40);
    window.until(
        "it is verified",
        () -> window.says("Verified: payment runs 1.4.2 again"),
        () -> clock.advance(STEP));
    pictures.everySize("progress-verified");
    window.press("#close");
    window.press("#go-journal");
    window.until("the journal tells of it", () -> window.says("1.5.0 → 1.4.2"));
    pictures.everySize("journal");
  }

  /** Always as much, so that the ages in the pictures are always the same. */
  private void letPass(OpenWindow window, int steps) {
    for (int i = 0; i < steps; i++) {
      clock.advance(STEP);
      window.robot.sleep(80);
    }
  }

  private static void aside(OpenWindow window, PictureBook pictures) {
    window.press("#go-settings");
    pictures.everySize("settings");
    window.press("#go-map");
    window.press("#search");
    var field = window.node("#palette-field", TextField.class);
    window.robot.interact(() -> field.setText("pay"));
    pictures.everySize("palette");
    key(window, field, KeyCode.ESCAPE);
    window.fail("writing the journal", diskIsFull());
    window.node("#error-dialog", Node.class);
    pictures.everySize("error");
  }

  /** Where the test throws it is of no interest, and would change with every line of the test. */
  private static IOException diskIsFull() {
    var full = new IOException("No space left on device");
    full.setStackTrace(
        new StackTraceElement[] {
          new StackTraceElement("java.nio.channels.FileChannel", "write", "FileChannel.java", 714),
          new StackTraceElement(Journal.class.getName(), "append", "Journal.java", 118)
        });
    return full;
  }

  private static void openService(OpenWindow window, String name) {
    window.press("#go-services");
    select(window, name);
    key(window, window.node("#services-table", TableView.class), KeyCode.ENTER);
    window.node("#versions-table", TableView.class);
  }

  /** Finds it by the filter, which is empty again afterwards. */
  private static void select(OpenWindow window, String name) {
    var filter = window.node("#services-filter", TextField.class);
    var table = window.node("#services-table", TableView.class);
    window.robot.interact(() -> filter.setText(name));
    window.until("it is found", () -> table.getItems().size() < 3 && !table.getItems().isEmpty());
    window.robot.interact(() -> table.getSelectionModel().selectFirst());
    window.robot.interact(() -> filter.setText(""));
    window.until("all are listed", () -> table.getItems().size() > 1);
  }

  private static int rows(OpenWindow window, String table) {
    return window.find(table).map(found -> ((TableView<?>) found).getItems().size()).orElse(0);
  }

  private static void tab(OpenWindow window, int index) {
    var tabs = window.node(".tab-pane", TabPane.class);
    window.robot.interact(() -> tabs.getSelectionModel().select(index));
  }

  private static void key(OpenWindow window, Node target, KeyCode code) {
    var pressed = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    window.robot.interact(() -> Event.fireEvent(target, pressed));
  }

  private interface Tour {
    void take(OpenWindow window, PictureBook pictures);
  }

  private void on(DemoCluster cluster, Tour tour) throws Exception {
    try (cluster;
        var window =
            OpenWindow.on(
                FOLDER,
                clock,
                (choice, kinds, watch) -> new Opened(List.of(cluster.linked()), List.of()),
                new ContextsOfATeam())) {
      var pictures = new PictureBook(window, PICTURES);
      tour.take(window, pictures);
      assertThat(pictures.taken()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
      assertThat(window.failures).isEmpty();
    }
  }
}
