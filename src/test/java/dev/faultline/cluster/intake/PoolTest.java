package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Pod;
import dev.faultline.testkit.States;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Three thousand pods of a few hundred templates must not hold three thousand copies of a label.
 */
class PoolTest {

  private final Pool pool = new Pool();

  @Test
  void whatIsEqualIsHeldOnce() {
    var first = pool.shareTexts(Map.of("app", "web", "tier", "a"));

    assertThat(pool.shareTexts(Map.of("tier", "a", "app", "web"))).isSameAs(first);
    assertThat(pool.shareTexts(Map.of("app", "web"))).isNotEqualTo(first);
  }

  @Test
  void itForgetsRatherThanFillsTheMemory() {
    var early = pool.share("early".repeat(2));
    for (int i = 0; i < 100_001; i++) {
      pool.share("name-" + i);
    }

    assertThat(pool.share("early".repeat(2))).isEqualTo(early).isNotSameAs(early);
  }

  @Test
  void podsOfOneClusterShareTheirLabels() {
    var yaml = "apiVersion: v1\nkind: Pod\nmetadata: {name: %s, labels: {app: web}}\n";
    var manifests = States.manifests(yaml.formatted("a"), yaml.formatted("b"));
    var intake = Intake.into(new ClusterId("c"), pool);

    var first = (Pod) intake.read(manifests.get(0));
    var second = (Pod) intake.read(manifests.get(1));

    assertThat(second.meta().labels()).isSameAs(first.meta().labels());
    assertThat(second.ref().kind()).isSameAs(first.ref().kind());
  }
}
