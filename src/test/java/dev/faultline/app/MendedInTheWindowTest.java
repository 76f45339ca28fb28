package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person says of an edge in the window is kept until it is taken back in a window. */
class MendedInTheWindowTest {

  private static final String WHY = "Why order is said to depend on payment";

  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  @TempDir Path home;

  @BeforeAll
  static void withoutADisplay() throws Exception {
    OpenWindow.withoutADisplay();
  }

  @Test
  void itIsThereInTheNextWindowAndGoneOnceTakenBack() throws Exception {
    inAWindow(
        window -> {
          ask(window);
          window.press("#mend-open");
          var reason = window.node("#mend-reason", TextField.class);
          window.robot.interact(() -> reason.setText("gone since May"));
          window.press("#mend-do");
          window.until("it is said", () -> window.says("by hand, not so: gone since May"));
          window.until("it is kept", () -> settings().contains("gone since May"));
        });
    inAWindow(
        window -> {
          ask(window);
          window.until("it is said", () -> window.says("by hand, not so: gone since May"));
          window.press("#mend-back");
          window.until("it may be said again", () -> window.find("#mend-open").isPresent());
          window.until("it is forgotten", () -> !settings().contains("gone since May"));
        });
    inAWindow(
        window -> {
          ask(window);
          assertThat(window.says("by hand")).isFalse();
        });
  }

  private interface Visit {
    void in(OpenWindow window);
  }

  private void inAWindow(Visit visit) throws Exception {
    try (var demo = DemoCluster.incident(clock);
        var window = OpenWindow.on(home, clock, demo.linked())) {
      window.press("#open-demo");
      window.until("the map is drawn", () -> window.says("14 services"));
      visit.in(window);
      assertThat(window.failures).isEmpty();
    }
  }

  /** Asks, in the inspector of payment, about the arrow from order. */
  private static void ask(OpenWindow window) {
    window.until("payment is on the map", () -> !spoken(window, "payment, Deployment").isEmpty());
    var payment = spoken(window, "payment, Deployment").getFirst();
    window.robot.interact(payment::requestFocus);
    window.until("it is told who needs it", () -> !spoken(window, WHY).isEmpty());
    var why = (ButtonBase) spoken(window, WHY).getFirst();
    window.robot.interact(why::fire);
    window.until("the arrow is told of", () -> window.says("How it is known"));
  }

  private static List<Node> spoken(OpenWindow window, String words) {
    return List.copyOf(
        window
            .robot
            .lookup(node -> String.valueOf(node.getAccessibleText()).startsWith(words))
            .queryAll());
  }

  private String settings() {
    try {
      var file = home.resolve("config").resolve("settings.yaml");
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
