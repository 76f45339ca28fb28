package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.concurrent.Background;
import dev.faultline.model.ClusterId;
import dev.faultline.model.Dependency;
import dev.faultline.model.Kind;
import dev.faultline.model.Provenance;
import dev.faultline.realtraffic.CountedShop;
import dev.faultline.text.Messages;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.SourceChoice;
import dev.faultline.workspace.WorkspaceFeed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Prometheus that the settings of a context name, by the way that the window takes. */
@Tag("traffic")
class TrafficInTheWindowTest {

  private static final ClusterId SHOP = new ClusterId("app");
  private static final Duration TWO_ROUNDS = Duration.ofSeconds(75);

  @TempDir private Path home;
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final Background background =
      new Background("window", (what, cause) -> failures.add(what));

  @BeforeEach
  void theShopIsThere() throws IOException {
    CountedShop.write(home.resolve("app"));
  }

  @AfterEach
  void close() {
    background.close();
    assertThat(failures).isEmpty();
  }

  @Test
  void itsFiguresAreInThePictureAndStayWithTheirTimeOnceItIsGone()
      throws IOException, InterruptedException {
    try (var counted = CountedShop.start(home.resolve("prometheus"))) {
      settings(counted.url());
      try (var feed = link()) {
        var seen = await(feed, picture -> !picture.traffic().reports().isEmpty());

        var paid = edge(seen, "payment");
        assertThat(paid.provenance()).isEqualTo(Provenance.BOTH);
        var figures = paid.traffic().orElseThrow().figures();
        assertThat(figures.perSecond()).isBetween(39.0, 41.0);
        assertThat(figures.errorShare().orElseThrow()).isBetween(0.24, 0.26);
        assertThat(figures.latency()).isPresent();
        assertThat(edge(seen, "stock").provenance()).isEqualTo(Provenance.OBSERVED);
        assertThat(edge(seen, "stock").isQuiet()).isTrue();
        assertThat(seen.traffic().complaints()).isEmpty();

        counted.close();
        var lost = await(feed, picture -> !picture.traffic().complaints().isEmpty());

        assertThat(lost.traffic().since().orElseThrow())
            .isBetween(Instant.now().minus(TWO_ROUNDS), Instant.now());
        assertThat(lost.traffic().complaints())
            .singleElement()
            .asString()
            .contains("no traffic data from Prometheus at 127.0.0.1:", "it refuses the connection");
        assertThat(edge(lost, "payment").sightings()).isEqualTo(paid.sightings());
      }
    }
  }

  private WorkspaceFeed link() {
    var parts =
        WindowRoot.parts(
            Map.of("HOME", home.toString()),
            new Messages(Locale.ENGLISH),
            background,
            (what, cause) -> failures.add(what));
    var opened =
        parts
            .opener()
            .open(
                new SourceChoice.Folder(home.resolve("app"), List.of()),
                Set.of(Kind.DEPLOYMENT, Kind.SERVICE),
                Look.FOLLOW);
    assertThat(opened.notes()).isEmpty();
    var feed = new WorkspaceFeed((what, cause) -> failures.add(what), parts.telemetry());
    opened.clusters().forEach(feed::link);
    return feed;
  }

  private void settings(String url) throws IOException {
    var folder = Files.createDirectories(home.resolve(".config/faultline"));
    Files.writeString(
        folder.resolve("settings.yaml"),
        """
        contexts:
          app:
            telemetry: {prometheus: '%s', zipkin: off}
        """
            .formatted(url));
  }

  private static Dependency edge(ClusterPicture picture, String callee) {
    return picture.graph().dependencies().stream()
        .filter(edge -> edge.callee().path().equals("shop/" + callee))
        .findFirst()
        .orElseThrow();
  }

  private static ClusterPicture await(WorkspaceFeed feed, Predicate<ClusterPicture> wanted)
      throws InterruptedException {
    long end = System.nanoTime() + TWO_ROUNDS.toNanos();
    var found = Optional.<ClusterPicture>empty();
    while (found.isEmpty()) {
      assertThat(System.nanoTime()).as("not within two rounds").isLessThan(end);
      Thread.sleep(50);
      found = feed.workspace().cluster(SHOP).filter(wanted);
    }
    return found.orElseThrow();
  }
}
