package dev.faultline.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.benchmark.ChangingCluster.Load;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.StateSource;
import dev.faultline.cluster.fabric8.KubeContexts;
import dev.faultline.cluster.fabric8.LinkRequest;
import dev.faultline.cluster.fabric8.LiveClusters;
import dev.faultline.cluster.fabric8.Opening;
import dev.faultline.cluster.fabric8.Scope;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand changes a second for half a minute, through the live adapter as it is: HTTP, JSON,
 * mapping, state, listeners. Only the API server is ours, as a real one on the same machine would
 * be what is measured.
 */
@Tag("benchmark")
class FloodBenchmark {

  private static final List<Load> LOADS =
      List.of(
          new Load(Kind.POD, "pods", 3_000, 800),
          new Load(Kind.DEPLOYMENT, "deployments", 1_000, 100),
          new Load(Kind.REPLICA_SET, "replicasets", 1_000, 100));
  private static final Duration WARM_UP = Duration.ofSeconds(5);
  private static final Duration LENGTH = Duration.ofSeconds(30);
  private static final Duration PROMISED = Duration.ofMillis(500);
  private static final long BETWEEN_SAMPLES_MILLIS = 5;
  private static final long MEGABYTE = 1 << 20;

  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();

  @Test
  void aThousandChangesASecondLeaveTheStateLessThanHalfASecondBehindAndTheMemorySteady(
      @TempDir Path folder) throws IOException, InterruptedException {
    try (var server = new ChangingCluster(LOADS);
        var linked = watch(server.kubeconfig(folder))) {
      awaitAllObjects(linked.source());
      Thread.sleep(WARM_UP);
      var lags = new Lags(server.kinds());
      var heaps = new ArrayList<Long>();
      heaps.add(heapAfterCollection());
      int before = sent(server);
      long begun = System.nanoTime();
      try (var told = linked.source().subscribe(lags::told)) {
        assertThat(told).isNotNull();
        sample(linked.source(), lags, begun, LENGTH.dividedBy(2));
        heaps.add(heapAfterCollection());
        sample(linked.source(), lags, begun, LENGTH);
      }
      double seconds = (System.nanoTime() - begun) / 1e9;
      double rate = (sent(server) - before) / seconds;
      heaps.add(heapAfterCollection());

      System.out.printf("changes a second: %.0f, for %.0f s%n", rate, seconds);
      System.out.println("state behind, ms: " + lags.ofState());
      System.out.println("listener behind, ms: " + lags.ofListener());
      System.out.println("heap after collection at start, middle, end, MB: " + heaps);
      assertThat(failures).isEmpty();
      assertThat(rate).isGreaterThan(950);
      assertThat(lags.ofState().longest()).isLessThan(PROMISED.toMillis());
      assertThat(heaps.getLast()).isLessThan(heaps.getFirst() + 20);
    }
  }

  private static void sample(StateSource source, Lags lags, long begun, Duration until)
      throws InterruptedException {
    while (System.nanoTime() - begun < until.toNanos()) {
      lags.look(source.state());
      Thread.sleep(BETWEEN_SAMPLES_MILLIS);
    }
  }

  private static void awaitAllObjects(StateSource source) throws InterruptedException {
    int all = LOADS.stream().mapToInt(Load::objects).sum();
    long deadline = System.nanoTime() + Duration.ofMinutes(1).toNanos();
    while (source.state().size() < all && System.nanoTime() < deadline) {
      Thread.sleep(10);
    }
    assertThat(source.state()).extracting(ClusterState::size).isEqualTo(all);
  }

  private static int sent(ChangingCluster server) {
    return server.kinds().stream().mapToInt(ChangingObjects::sent).sum();
  }

  private static long heapAfterCollection() {
    var memory = ManagementFactory.getMemoryMXBean();
    memory.gc();
    return memory.getHeapMemoryUsage().getUsed() / MEGABYTE;
  }

  private LinkedCluster watch(Path kubeconfig) throws InterruptedException {
    var contexts = KubeContexts.read(Optional.of(kubeconfig), Map.of(), Path.of("."));
    var clusters =
        new LiveClusters(
            Map.of(),
            InstantSource.system(),
            (what, cause) -> failures.add(what + ": " + cause),
            new SecretGuard(new byte[32]));
    Set<Kind> kinds = LOADS.stream().map(Load::kind).collect(Collectors.toSet());
    var request =
        new LinkRequest(
            contexts.find("flood").orElseThrow(),
            new Scope.Everywhere(),
            kinds,
            LinkRequest.Mode.WATCH,
            new Safety(false, false, false),
            Duration.ofMinutes(1));
    var opening = clusters.open(request);
    assertThat(opening).isInstanceOf(Opening.Linked.class);
    return ((Opening.Linked) opening).cluster();
  }
}
