package dev.faultline.cluster.fabric8;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Configuration;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Following a real cluster through whatever happens to its API server. */
@OnRealCluster
class LiveWatchTest {

  private static final Set<Kind> KINDS = Set.of(Kind.CONFIG_MAP, Kind.DEPLOYMENT);

  /** A watch over Secrets is begun anew each minute. */
  private static final Duration LATER = Duration.ofSeconds(100);

  private final RealCluster cluster;
  private final LiveRig rig;
  private String namespace = "";

  LiveWatchTest(RealCluster cluster) {
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
  void whatComesChangesAndGoesIsSeen() throws InterruptedException {
    var linked = watch();

    create("a");
    var created = rig.await(linked, "a new object", state -> has(state, "a"));
    cluster
        .kubectl("patch", "configmap", "a", "-n", namespace, "-p", "{\"data\":{\"k\":\"2\"}}")
        .orFail();
    rig.await(linked, "its change", state -> !keys(state, "a").equals(keys(created, "a")));
    cluster.kubectl("delete", "configmap", "a", "-n", namespace).orFail();
    rig.await(linked, "its end", state -> !has(state, "a"));
  }

  @Test
  void aServiceThatComesAndGoesIsNamedByASecretForAsLongAsItIsThere() throws InterruptedException {
    cluster
        .kubectl(
            "create",
            "secret",
            "generic",
            "orders",
            "-n",
            namespace,
            "--from-literal=URL=postgres://app:hush@db:5432/orders")
        .orFail();
    var linked =
        rig.withSecrets(
            RealCluster.ADMINISTRATOR,
            LiveRig.in(namespace),
            Set.of(Kind.CONFIG_MAP, Kind.SERVICE),
            LinkRequest.Mode.WATCH);
    var alone = rig.await(linked, "the Secret", state -> LiveRig.isLive(state, Kind.SECRET));
    assertThat(named(alone)).isEmpty();

    cluster.kubectl("create", "service", "clusterip", "db", "-n", namespace, "--tcp=5432").orFail();
    var state =
        cluster.await("its name", LATER, linked.source()::state, it -> named(it).contains("db"));
    assertThat(state.all(Kind.SECRET, Configuration.class).toString()).doesNotContain("hush");

    cluster.kubectl("delete", "service", "db", "-n", namespace).orFail();
    cluster.await("its end", LATER, linked.source()::state, it -> named(it).isEmpty());
  }

  private static List<String> named(ClusterState state) {
    return state
        .all(Kind.SECRET, Configuration.class)
        .flatMap(secret -> secret.evidence().stream())
        .map(evidence -> evidence.names().host())
        .toList();
  }

  @Test
  void aListenerIsToldOfTheNewestStateAndOneThatThrowsIsToldAgain() throws InterruptedException {
    var linked = watch();
    var heard = new ConcurrentLinkedQueue<ClusterState>();
    try (var clumsy = linked.source().subscribe(state -> fail(heard, state))) {
      create("first");
      cluster.await(
          "the first", LiveRig.SOON, heard::size, size -> heard.stream().anyMatch(this::hasFirst));
      create("second");
      cluster.await(
          "the second",
          LiveRig.SOON,
          heard::size,
          size -> heard.stream().anyMatch(state -> has(state, "second")));
      assertThat(clumsy).isNotNull();
    }
    assertThat(rig.failures).isNotEmpty();
    rig.failures.clear();
  }

  @Test
  void whenTheApiServerDiesTheStateGoesStaleSaysSinceWhenAndRecovers() throws InterruptedException {
    var linked = watch();
    create("before");
    rig.await(linked, "an object", state -> has(state, "before"));
    var death = Instant.now();

    cluster.stopApiServer();
    ClusterState stale;
    try {
      stale = rig.await(linked, "staleness", state -> LiveRig.isStale(state, Kind.CONFIG_MAP));
    } finally {
      cluster.startApiServer();
    }

    assertThat(has(stale, "before")).isTrue();
    var coverage = (Coverage.Stale) stale.coverage(Kind.CONFIG_MAP);
    assertThat(coverage.since()).isBetween(death.minusSeconds(15), Instant.now());
    assertThat(coverage.reason()).doesNotContain("Exception");
    cluster.kubectl("delete", "configmap", "before", "-n", namespace).orFail();
    create("after");
    var live =
        rig.await(
            linked,
            "recovery",
            state -> LiveRig.isLive(state, Kind.CONFIG_MAP) && has(state, "after"));
    assertThat(has(live, "before")).isFalse();
  }

  @Test
  void whenConnectionsHangTheStateGoesStaleAllTheSame() throws InterruptedException {
    var linked = watch();

    cluster.freezeApiServer();
    try {
      rig.await(linked, "staleness", state -> LiveRig.isStale(state, Kind.CONFIG_MAP));
    } finally {
      cluster.thawApiServer();
    }

    rig.await(linked, "recovery", state -> LiveRig.isLive(state, Kind.CONFIG_MAP));
  }

  @Test
  void afterTheServerForgotOurPlaceNothingThatIsThereIsTakenForRemoved()
      throws InterruptedException {
    create("stays");
    create("goes");
    var linked = watch();
    rig.await(linked, "both", state -> has(state, "stays") && has(state, "goes"));
    var vanished = new ConcurrentLinkedQueue<Instant>();
    try (var watched =
        linked
            .source()
            .subscribe(
                state -> {
                  if (!has(state, "stays")) {
                    vanished.add(state.at());
                  }
                })) {
      cluster.forgetAllPlaces();
      cluster.kubectl("delete", "configmap", "goes", "-n", namespace).orFail();
      create("comes");

      rig.await(linked, "the new place", state -> has(state, "comes") && !has(state, "goes"));
      assertThat(watched).isNotNull();
    }

    assertThat(vanished).isEmpty();
  }

  @Test
  void severalClustersAreFollowedAtOnceAndClosedWithoutATrace() throws InterruptedException {
    var one = watch();
    var two = rig.watch(RealCluster.VIEWER, new Scope.Everywhere(), KINDS);
    create("x");
    rig.await(one, "it here", state -> has(state, "x"));
    rig.await(
        two,
        "it there",
        state ->
            state
                .find(new ResourceRef(two.source().cluster(), Kind.CONFIG_MAP, namespace, "x"))
                .isPresent());

    one.close();
    two.close();

    cluster.await(
        "the end of all selector threads",
        LiveRig.SOON,
        () ->
            Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .filter(name -> name.contains("HttpClient-"))
                .toList(),
        List::isEmpty);
  }

  private LinkedCluster watch() throws InterruptedException {
    var linked = rig.watch(RealCluster.ADMINISTRATOR, new Scope.Everywhere(), KINDS);
    rig.await(
        linked,
        "the first picture",
        state -> LiveRig.isLive(state, Kind.CONFIG_MAP) && LiveRig.isLive(state, Kind.DEPLOYMENT));
    return linked;
  }

  private void create(String name) {
    cluster.kubectl("create", "configmap", name, "-n", namespace, "--from-literal=k=1").orFail();
  }

  private boolean hasFirst(ClusterState state) {
    return has(state, "first");
  }

  private void fail(ConcurrentLinkedQueue<ClusterState> heard, ClusterState state) {
    heard.add(state);
    throw new IllegalStateException("a clumsy listener");
  }

  private boolean has(ClusterState state, String name) {
    return state.find(ref(name)).isPresent();
  }

  private Map<String, String> keys(ClusterState state, String name) {
    return state.find(ref(name), Configuration.class).map(Configuration::keys).orElse(Map.of());
  }

  private ResourceRef ref(String name) {
    return new ResourceRef(
        rig.context(RealCluster.ADMINISTRATOR).id(), Kind.CONFIG_MAP, namespace, name);
  }
}
