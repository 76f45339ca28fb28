package dev.faultline.demo;

import static dev.faultline.demo.Bench.deployment;
import static dev.faultline.demo.Bench.web;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RolloutProperties {

  @Property(tries = 60)
  void a_healthy_rollout_never_leaves_its_surge(
      @ForAll @IntRange(min = 1, max = 9) int replicas,
      @ForAll @IntRange(max = 100) int surge,
      @ForAll @IntRange(max = 100) int unavailable,
      @ForAll boolean percent) {
    var unit = percent ? "%" : "";
    var more = (percent ? surge : surge % 5) + unit;
    var fewer = (percent ? unavailable : unavailable % 5) + unit;
    var limits = Surge.resolve(more, fewer, replicas);
    var bench = new Bench();
    bench.apply(with(1, replicas, more, fewer)).advance(Duration.ofMinutes(5));
    bench.apply(with(2, replicas, more, fewer));

    for (int step = 0; step < 1_200; step++) {
      bench.advance(Duration.ofMillis(250));
      long living = bench.pods().stream().filter(pod -> !Trees.isDeleting(pod)).count();
      long available = bench.pods().stream().filter(Pods::isReady).count();
      assertThat(living).isLessThanOrEqualTo(replicas + limits.maxSurge());
      assertThat(available).isGreaterThanOrEqualTo(replicas - limits.maxUnavailable());
    }
    var status = bench.get(deployment("web")).status();
    assertThat(status.number("updatedReplicas")).hasValue(replicas);
    assertThat(status.number("availableReplicas")).hasValue(replicas);
    assertThat(bench.pods()).hasSize(replicas);
  }

  private static dev.faultline.model.Manifest with(
      int version, int replicas, String more, String fewer) {
    var rolling = Trees.object("maxSurge", more, "maxUnavailable", fewer);
    return Trees.with(
        web(replicas, "shop/web:" + version), rolling, "spec", "strategy", "rollingUpdate");
  }
}
