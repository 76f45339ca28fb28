package dev.faultline.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.concurrent.Background;
import dev.faultline.demo.DemoClock;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.testkit.Refusing;
import dev.faultline.text.Messages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.Activities;
import dev.faultline.workspace.ClusterTraffic;
import dev.faultline.workspace.WorkspaceFeed;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the status bar says that what is known of the traffic is old. */
class MissingTrafficTest {

  @TempDir private Path home;

  @Test
  void itIsSaidSinceWhen() {
    assertThat(said(lost("2026-05-12T02:14:30Z"))).isEqualTo("no traffic data since 02:14 UTC");
    assertThat(said(lost("2026-05-10T02:14:30Z")))
        .isEqualTo("no traffic data since 2026-05-10 02:14 UTC");
  }

  @Test
  void ofSeveralTheOldestCounts() {
    assertThat(said(lost("2026-05-12T03:00:00Z"), lost("2026-05-12T02:14:30Z")))
        .isEqualTo("no traffic data since 02:14 UTC");
  }

  @Test
  void whereThereNeverWasAnyNoTimeIsSaid() {
    assertThat(said(new TrafficReading.Unanswered("Zipkin", "it refuses the connection")))
        .isEqualTo("no traffic data");
  }

  private static TrafficReading lost(String since) {
    return new TrafficReading.Outdated(
        "Prometheus",
        "it does not answer",
        Instant.parse(since),
        new TrafficReport("Prometheus", List.of()));
  }

  private String said(TrafficReading... readings) {
    var clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
    var folders = new UserFolders(home, home, home);
    try (var background = new Background("test", (what, cause) -> {});
        var feed = new WorkspaceFeed((what, cause) -> {})) {
      var tools =
          new ScreenTools(
              new Messages(Locale.ENGLISH), Runnable::run, background, clock, new Refusing());
      var shell =
          new ShellViewModel(
              tools, feed, new SettingsKeeper(new SettingsStore(folders)), new Activities(clock));
      return shell.missingTraffic(ClusterTraffic.of(List.of(readings), Map.of()));
    }
  }
}
