package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.States;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.BiConsumer;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Pictures of what the map can be asked, for people who look at them. */
@Tag("pictures")
class MapPicturesTest {

  private static final Path PICTURES =
      Path.of(System.getProperty("faultline.pictures", "screenshots"));

  @TempDir Path folder;
  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));

  @BeforeAll
  static void onTheDisplay() throws Exception {
    FxToolkit.registerPrimaryStage();
  }

  @Test
  void theDemoFramedByItsTeams() throws Exception {
    onTheDemo(
        (window, pictures) -> {
          window.robot.clickOn("Groups").clickOn("by team");
          pictures.everySize("map-teams", () -> window.press("Fit"));
        });
  }

  @Test
  void theWaysFromOneToAnother() throws Exception {
    onTheDemo(
        (window, pictures) -> {
          focus(window, "gateway");
          key(window, KeyCode.P);
          focus(window, "payment-db");
          key(window, KeyCode.ENTER);
          window.until("the ways are said", () -> window.says("from gateway to payment-db"));
          pictures.everySize("map-path", () -> window.press("Fit"));
        });
  }

  @Test
  void whoIsHurt() throws Exception {
    onTheDemo(
        (window, pictures) -> {
          focus(window, "payment-db");
          window.until("it is inspected", () -> window.says("Blast radius"));
          window.press("Blast radius");
          pictures.everySize("map-impact", () -> window.press("Fit"));
        });
  }

  @Test
  void twoStagesOverEachOther() throws Exception {
    var stages =
        new LinkedCluster(
            new FixedSource(States.ofResource("/map/two-stages.yaml")),
            new NoActions("for a picture"),
            new Safety(false, true, false));
    on(
        stages,
        (window, pictures) -> {
          window.press("#map-compare");
          window.until("they are compared", () -> window.says("1 only in staging"));
          focus(window, "web");
          pictures.everySize("map-compare", () -> window.press("Fit"));
        });
  }

  private void onTheDemo(BiConsumer<OpenWindow, PictureBook> tour) throws Exception {
    try (var demo = DemoCluster.incident(clock)) {
      on(demo.linked(), tour);
    }
  }

  private void on(LinkedCluster cluster, BiConsumer<OpenWindow, PictureBook> tour)
      throws Exception {
    try (var window = OpenWindow.on(folder, clock, cluster)) {
      var pictures = new PictureBook(window, PICTURES);
      window.press("#open-demo");
      window.until("the map is shown", () -> window.find(".map-node").isPresent());
      window.robot.sleep(2_000);
      tour.accept(window, pictures);
      assertThat(pictures.taken()).allSatisfy(file -> assertThat(file).isNotEmptyFile());
      assertThat(window.failures).isEmpty();
    }
  }

  private static void focus(OpenWindow window, String name) {
    window.robot.interact(() -> card(window, name).requestFocus());
    window.robot.sleep(500);
  }

  private static Node card(OpenWindow window, String name) {
    return window.scene().getRoot().lookupAll(".map-node").stream()
        .filter(node -> node.isVisible() && node.getAccessibleText().startsWith(name + ","))
        .findFirst()
        .orElseThrow();
  }

  private static void key(OpenWindow window, KeyCode code) {
    var pressed = new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false);
    window.robot.interact(() -> Event.fireEvent(window.scene().getFocusOwner(), pressed));
  }
}
