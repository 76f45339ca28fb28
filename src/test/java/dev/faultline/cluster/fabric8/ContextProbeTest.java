package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.concurrent.Background;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Testing contexts, good and bad together, against a real API server. */
@OnRealCluster
class ContextProbeTest {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir Path folder;
  private final RealCluster cluster;
  private final LiveRig rig;
  private final ConcurrentLinkedQueue<String> failures = new ConcurrentLinkedQueue<>();
  private final Background background =
      new Background("probe", (what, cause) -> failures.add(what + ": " + cause));

  ContextProbeTest(RealCluster cluster) {
    this.cluster = cluster;
    this.rig = new LiveRig(cluster);
  }

  @AfterEach
  void end() {
    background.close();
    rig.close();
  }

  @Test
  void everyUsersContextSaysWhatHeMayDo() throws InterruptedException {
    var found = probe(cluster.contexts().stream().map(rig::context).toList());

    assertThat(found)
        .extracting(this::words)
        .containsExactly(
            "administrator v1.36.3 reads all namespaces, may change default",
            "viewer v1.36.3 reads all namespaces, may change nothing there",
            "namespaced v1.36.3 reads shop, may change shop",
            "nobody v1.36.3 may not read workloads of default",
            "noconfig v1.36.3 reads all namespaces, may change nothing there");
    assertThat(failures).isEmpty();
  }

  @Test
  void eachBadContextSaysWhyInASentenceAndTheGoodOneIsNotHeldUp()
      throws IOException, InterruptedException {
    var good = rig.context(RealCluster.VIEWER);
    var contexts = KubeContexts.read(Optional.of(badKubeconfig(good)), Map.of(), folder).contexts();
    var all = new ArrayList<>(contexts);
    all.add(good);

    var found = probe(all);

    assertThat(found)
        .extracting(this::words)
        .satisfiesExactlyInAnyOrder(
            text -> assertThat(text).startsWith("dangling The context dangling in "),
            text ->
                assertThat(text)
                    .startsWith("failing The credentials plugin ./fail failed: log in first"),
            text ->
                assertThat(text)
                    .startsWith("missing The credentials plugin not-there was found neither"),
            text -> assertThat(text).startsWith("nowhere The name nowhere.invalid can't be"),
            text -> assertThat(text).startsWith("refused Nothing answers at 127.0.0.1:1 ("),
            text -> assertThat(text).startsWith("untrusted The certificate of 127.0.0.1:"),
            text ->
                assertThat(text)
                    .startsWith("wrongtoken The cluster does not accept the credentials ("),
            text -> assertThat(text).startsWith("viewer v1.36.3 reads all"));
    assertThat(failures).isEmpty();
  }

  @Test
  void aServerThatHangsIsGivenUpAtItsDeadline() throws InterruptedException {
    cluster.freezeApiServer();
    try {
      var probe = new ContextProbe(rig.clusters, background);
      var found =
          probe.probe(
              List.of(rig.context(RealCluster.VIEWER)), Duration.ofSeconds(1), result -> {});

      assertThat(found).singleElement().asString().contains("TimedOut");
    } finally {
      cluster.thawApiServer();
    }
  }

  private List<Probed> probe(List<KubeContext> contexts) throws InterruptedException {
    var told = new ConcurrentLinkedQueue<Probed>();
    var found = new ContextProbe(rig.clusters, background).probe(contexts, PATIENCE, told::add);
    assertThat(told).containsExactlyInAnyOrderElementsOf(found);
    return found;
  }

  private String words(Probed probed) {
    return switch (probed) {
      case Probed.Reachable there ->
          there.context().name() + " " + there.version() + " " + there.rights().describe();
      case Probed.Unusable not -> not.context().name() + " " + not.why().sentence();
    };
  }

  private Path badKubeconfig(KubeContext good) throws IOException {
    var plugin = folder.resolve("fail");
    Files.writeString(plugin, "#!/bin/sh\necho 'log in first' >&2\nexit 1\n");
    assertThat(plugin.toFile().setExecutable(true)).isTrue();
    var exec = "{exec: {apiVersion: client.authentication.k8s.io/v1, command: %s}}";
    var text =
        """
        clusters:
        - {name: refused, cluster: {server: 'https://127.0.0.1:1'}}
        - {name: nowhere, cluster: {server: 'https://nowhere.invalid'}}
        - {name: untrusted, cluster: {server: 'SERVER'}}
        - {name: good, cluster: {server: 'SERVER', insecure-skip-tls-verify: true}}
        users:
        - {name: wrong, user: {token: not-the-token}}
        - {name: missing, user: MISSING}
        - {name: failing, user: FAILING}
        contexts:
        - {name: refused, context: {cluster: refused, user: wrong}}
        - {name: nowhere, context: {cluster: nowhere, user: wrong}}
        - {name: untrusted, context: {cluster: untrusted, user: wrong}}
        - {name: wrongtoken, context: {cluster: good, user: wrong}}
        - {name: missing, context: {cluster: good, user: missing}}
        - {name: failing, context: {cluster: good, user: failing}}
        - {name: dangling, context: {cluster: absent, user: wrong}}
        """
            .replace("SERVER", good.server())
            .replace("MISSING", exec.formatted("not-there"))
            .replace("FAILING", exec.formatted("./fail"));
    return Files.writeString(folder.resolve("config"), text);
  }
}
