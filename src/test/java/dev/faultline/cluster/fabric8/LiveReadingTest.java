package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.Configuration;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Pod;
import dev.faultline.model.Workload;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import dev.faultline.workspace.KindSets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading a real cluster once, by users of several rights. */
@OnRealCluster
class LiveReadingTest {

  private final RealCluster cluster;
  private final LiveRig rig;
  private String namespace = "";

  LiveReadingTest(RealCluster cluster) {
    this.cluster = cluster;
    this.rig = new LiveRig(cluster);
  }

  @BeforeEach
  void namespace() {
    namespace = cluster.newNamespace();
  }

  @AfterEach
  void end() {
    rig.close();
    cluster.deleteNamespace(namespace);
  }

  @Test
  void theShopIsReadWithItsWorkloadsPodsAndConfiguration() throws InterruptedException {
    cluster.applyShop(namespace);

    var state =
        rig.snapshot(RealCluster.ADMINISTRATOR, new Scope.Everywhere(), Kinds.ALL).source().state();

    assertThat(state.all(Kind.DEPLOYMENT, Workload.class))
        .filteredOn(workload -> workload.ref().namespace().equals(namespace))
        .extracting(workload -> workload.ref().name())
        .contains("gateway", "order", "payment", "product", "user");
    assertThat(state.list(Kind.POD, namespace)).hasSize(17).allMatch(Pod.class::isInstance);
    assertThat(state.list(Kind.SERVICE, namespace)).isNotEmpty();
    assertThat(state.coverage(Kind.POD)).isEqualTo(new Coverage.Live());
    assertThat(state.coverage(Kind.SCALED_OBJECT)).isEqualTo(new Coverage.NotServed());
  }

  @Test
  void aVerbThatNeedsFewKindsReadsOnlyThose() throws InterruptedException {
    var kinds = Set.of(Kind.DEPLOYMENT);

    var state = rig.snapshot(RealCluster.VIEWER, new Scope.Everywhere(), kinds).source().state();

    assertThat(state.coverage()).containsOnlyKeys(Kind.DEPLOYMENT);
  }

  @Test
  void ofASecretNoValueIsAskedForInAList() throws InterruptedException {
    cluster
        .kubectl("create", "secret", "generic", "db", "-n", namespace, "--from-literal=pw=hush")
        .orFail();

    var state =
        rig.snapshot(RealCluster.ADMINISTRATOR, LiveRig.in(namespace), Set.of(Kind.SECRET))
            .source()
            .state();

    assertThat(state.all(Kind.SECRET, Configuration.class))
        .filteredOn(secret -> secret.ref().name().equals("db"))
        .singleElement()
        .satisfies(
            secret -> {
              assertThat(secret.checked()).isFalse();
              assertThat(secret.keys()).isEmpty();
            });
  }

  @Test
  void aGraphAsksForNoSecretAtAllUnlessSomebodyWantsIt() throws InterruptedException {
    cluster
        .kubectl("create", "secret", "generic", "db", "-n", namespace, "--from-literal=pw=hush")
        .orFail();

    var off = rig.snapshot(RealCluster.ADMINISTRATOR, LiveRig.in(namespace), KindSets.GRAPH);
    var on = withSecrets(RealCluster.ADMINISTRATOR, KindSets.GRAPH, LinkRequest.Mode.SNAPSHOT);
    var summary = withSecrets(RealCluster.ADMINISTRATOR, KindSets.GRAPH, LinkRequest.Mode.SUMMARY);

    assertThat(off.source().state().coverage()).doesNotContainKey(Kind.SECRET);
    assertThat(summary.source().state().coverage()).doesNotContainKey(Kind.SECRET);
    assertThat(on.source().state().all(Kind.SECRET, Configuration.class))
        .singleElement()
        .satisfies(
            secret -> {
              assertThat(secret.checked()).isTrue();
              assertThat(secret.keys()).containsOnlyKeys("pw");
              assertThat(secret.toString()).doesNotContain("hush").doesNotContain("aHVzaA");
            });
  }

  @Test
  void whoMayNotReadSecretsIsToldSoAndTheRestIsReadAllTheSame() throws InterruptedException {
    var kinds = Set.of(Kind.DEPLOYMENT, Kind.SERVICE, Kind.CONFIG_MAP);
    var sentence = "you may not list secrets in " + namespace;

    var once = withSecrets(RealCluster.NOCONFIG, kinds, LinkRequest.Mode.SNAPSHOT).source().state();
    var watched = withSecrets(RealCluster.NOCONFIG, kinds, LinkRequest.Mode.WATCH);
    var later = rig.await(watched, "deployments", state -> LiveRig.isLive(state, Kind.DEPLOYMENT));

    assertThat(once.coverage(Kind.DEPLOYMENT)).isEqualTo(new Coverage.Live());
    assertThat(once.coverage(Kind.SECRET)).isEqualTo(new Coverage.Forbidden(sentence));
    assertThat(later.coverage(Kind.SECRET))
        .isEqualTo(new Coverage.Forbidden("you may not list and watch secrets in " + namespace));
  }

  private LinkedCluster withSecrets(String user, Set<Kind> kinds, LinkRequest.Mode mode)
      throws InterruptedException {
    return rig.withSecrets(user, LiveRig.in(namespace), kinds, mode);
  }

  @Test
  void aForbiddenKindCostsANoteAndTheOthersAreRead() throws InterruptedException {
    var kinds = Set.of(Kind.DEPLOYMENT, Kind.CONFIG_MAP, Kind.SECRET);

    var state = rig.snapshot(RealCluster.NOCONFIG, new Scope.Everywhere(), kinds).source().state();

    assertThat(state.coverage(Kind.DEPLOYMENT)).isEqualTo(new Coverage.Live());
    assertThat(state.coverage(Kind.CONFIG_MAP))
        .isEqualTo(
            new Coverage.Forbidden(
                "you may not list configmaps in all namespaces; name those you may see with -n"));
    assertThat(state.coverage(Kind.SECRET)).isInstanceOf(Coverage.Forbidden.class);
  }

  @Test
  void whoMayNotListNamespacesNamesThem() throws InterruptedException {
    cluster.kubectl("create", "namespace", "shop").succeeded(); // There from another test, or not.
    var kinds = Set.of(Kind.DEPLOYMENT, Kind.POD);

    var everywhere = rig.snapshot(RealCluster.NAMESPACED, new Scope.Everywhere(), kinds);
    var both = new Scope.Within(List.of("shop", "default"));
    var named = rig.snapshot(RealCluster.NAMESPACED, LiveRig.in("shop"), kinds);
    var half = rig.snapshot(RealCluster.NAMESPACED, both, kinds);

    assertThat(everywhere.source().state().coverage(Kind.POD))
        .isInstanceOf(Coverage.Forbidden.class);
    assertThat(named.source().state().coverage(Kind.POD)).isEqualTo(new Coverage.Live());
    assertThat(half.source().state().coverage(Kind.POD))
        .isEqualTo(new Coverage.Forbidden("you may not list pods in default"));
  }

  @Test
  void whoMayDoNothingIsToldSoForEveryKind() throws InterruptedException {
    var state =
        rig.snapshot(RealCluster.NOBODY, new Scope.Everywhere(), Kinds.SERVICES).source().state();

    assertThat(state.coverage().values()).allMatch(Coverage.Forbidden.class::isInstance);
    assertThat(state.size()).isZero();
  }
}
