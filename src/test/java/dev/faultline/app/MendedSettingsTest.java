package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.settings.SettingsStore;
import dev.faultline.settings.UserFolders;
import dev.faultline.testkit.Typed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edges that are mended in the settings are heeded by every verb that tells of dependencies. */
class MendedSettingsTest {

  @TempDir Path home;

  @BeforeEach
  void orderDoesNotNeedPayment() throws Exception {
    var folder = Files.createDirectories(home.resolve("config").resolve("faultline"));
    Files.writeString(
        folder.resolve("settings.yaml"),
        "contexts: {demo: {edges: [{caller: shop/order, callee: shop/payment, is: not so,"
            + " reason: gone since May}]}}\n");
  }

  @Test
  void theVerbsHeedThem() {
    assertThat(Typed.run(home, "graph", "--demo", "-o", "csv").out())
        .contains("shop/order,")
        .doesNotContain("shop/order,shop/payment");
    assertThat(Typed.run(home, "impact", "payment", "--demo").out())
        .contains("Nobody is known to need");
    assertThat(Typed.run(home, "path", "order", "payment", "--demo").exit()).isEqualTo(1);
    assertThat(Typed.run(home, "service", "payment", "--demo").out()).contains("gone since May");
    assertThat(
            Typed.run(
                    home,
                    "rollback",
                    "payment",
                    "--demo",
                    "--to",
                    "1.4.2",
                    "--reason",
                    "x",
                    "--dry-run")
                .out())
        .contains("nothing is known to depend on it");
  }

  @Test
  void ofOneEdgeTheLastWordCounts() {
    var folders = new UserFolders(home.resolve("c"), home.resolve("d"), home.resolve("l"));
    var settings = new SettingsKeeper(new SettingsStore(folders));
    var mender = new SettingsMender(settings);
    var cluster = new ClusterId("prod");
    var first = new Mending(Verdict.NOT_SO, "a/b", "a/c", Optional.empty(), "one");
    var last = new Mending(Verdict.MISSING, "a/b", "a/c", Optional.empty(), "other");
    var another = new Mending(Verdict.MISSING, "a/b", "a/d", Optional.empty(), "third");

    mender.mend(cluster, first);
    mender.mend(cluster, another);
    mender.mend(cluster, last);

    var kept = settings.settings().forContext("prod");
    assertThat(kept.edges()).containsExactly(another, last);
    assertThat(kept.protectedContext()).isTrue();
    mender.takeBack(cluster, last);
    assertThat(settings.settings().forContext("prod").edges()).containsExactly(another);
  }
}
