package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.settings.Settings;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.settings.WindowSettings;
import dev.faultline.settings.WindowSettings.Theme;
import dev.faultline.workspace.ClusterOpener.Opened;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page leads a newcomer to the demo, and who was here before to the clusters. */
class FirstPageTest {

  @TempDir Path folder;
  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  private final DemoCluster demo = DemoCluster.incident(clock);

  @BeforeAll
  static void withoutADisplay() throws Exception {
    OpenWindow.withoutADisplay();
  }

  @Test
  void aNewcomerIsLedToTheDemo() throws Exception {
    try (var window = open()) {
      window.until("the context is chosen", () -> !link(window).isDisabled());

      assertThat(focused(window)).isEqualTo("open-demo");
    }
  }

  @Test
  void whoHasLinkedBeforeLinksAgainWithOneKey() throws Exception {
    linkedBefore("prod-eu", "staging");

    try (var window = open()) {
      window.until("the button has the focus", () -> focused(window).equals("link"));
      assertThat(link(window).getText()).contains("2");
      window.robot.type(KeyCode.SPACE);

      window.until("the map says what fails", () -> window.says("payment 1.5.0:"));
    }
  }

  private OpenWindow open() throws Exception {
    return OpenWindow.on(
        folder,
        clock,
        (choice, kinds, look) -> new Opened(List.of(demo.linked()), List.of()),
        new ContextsOfATeam());
  }

  private void linkedBefore(String... contexts) throws Exception {
    var folders =
        new UserFolders(folder.resolve("config"), folder.resolve("data"), folder.resolve("logs"));
    new SettingsStore(folders)
        .save(Settings.EMPTY.withWindow(new WindowSettings(Theme.DARK, 13, List.of(contexts))));
  }

  private static Button link(OpenWindow window) {
    return window.node("#link", Button.class);
  }

  private static String focused(OpenWindow window) {
    var owner = window.scene().getFocusOwner();
    return owner == null || owner.getId() == null ? "" : owner.getId();
  }
}
