package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoClock;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A thousand services in one window: grouped at first, and each a few keys away. */
class ThousandServicesTest {

  private static final int SERVICES = 1_000;

  @TempDir Path folder;

  @BeforeAll
  static void withoutADisplay() throws Exception {
    OpenWindow.withoutADisplay();
  }

  @Test
  void oneOfAThousandIsFoundListedAndOpened() throws Exception {
    var clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
    try (var cluster = ManyServices.cluster(clock, SERVICES);
        var window = OpenWindow.on(folder, clock, cluster.linked())) {
      window.press("#open-demo");
      window.until("the map shows its groups", () -> window.find(".map-node").isPresent());

      window.robot.press(KeyCode.CONTROL).type(KeyCode.DIGIT2).release(KeyCode.CONTROL);
      var table = window.node("#services-table", TableView.class);
      window.until("all are listed", () -> table.getItems().size() == SERVICES);

      window.robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
      window.until("the palette is open", () -> window.find("#palette-field").isPresent());
      window.robot.write("rules-2 billing-4").type(KeyCode.ENTER);
      window.until("the service is shown", () -> window.says("rules-2"));
      assertThat(window.failures).isEmpty();
    }
  }
}
