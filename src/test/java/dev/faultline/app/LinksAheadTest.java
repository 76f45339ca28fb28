package dev.faultline.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.cluster.StateSource;
import dev.faultline.cluster.fabric8.KubeContexts;
import dev.faultline.cluster.fabric8.LinkFailure;
import dev.faultline.cluster.fabric8.LinkRequest;
import dev.faultline.cluster.fabric8.LinkRequest.Mode;
import dev.faultline.cluster.fabric8.Opening;
import dev.faultline.cluster.fabric8.Scope;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.workspace.ClusterOpener.Ahead;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinksAheadTest {

  private static final Safety CAREFUL = new Safety(true, false, false);
  private static final Safety CARELESS = new Safety(false, false, false);

  @TempDir Path folder;
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Background background = new Background("ahead", (what, cause) -> {});
  private final LinksAhead ahead = new LinksAhead(background, this::begin);
  private final Ahead told =
      new Ahead() {
        @Override
        public void linked(LinkedCluster cluster) {
          events.add("told of " + cluster.source().cluster().name());
        }

        @Override
        public void letGo(LinkedCluster cluster) {
          events.add("let go of " + cluster.source().cluster().name());
        }
      };
  private boolean refused;

  @BeforeEach
  void writeTheKubeconfig() throws IOException {
    Files.writeString(
        folder.resolve("config"),
        """
        current-context: eu
        contexts:
        - {name: eu, context: {cluster: eu, user: kim}}
        - {name: us, context: {cluster: us, user: kim}}
        clusters:
        - {name: eu, cluster: {server: "https://eu.example", certificate-authority-data: YQ==}}
        - {name: us, cluster: {server: "https://us.example"}}
        users:
        - {name: kim, user: {token: abc}}
        """);
  }

  @AfterEach
  void close() {
    background.close();
  }

  @Test
  void aLinkIsBegunOnceAndTakenOnce() throws Exception {
    ahead.expect(List.of(request("eu", CAREFUL)), told);
    ahead.expect(List.of(request("eu", CAREFUL), request("us", CAREFUL)), told);

    var taken = ahead.take(request("eu", CAREFUL)).orElseThrow();

    assertThat(taken.await()).isInstanceOf(Outcome.Done.class);
    assertThat(ahead.take(request("eu", CAREFUL))).isEmpty();
    assertThat(ahead.take(request("us", CAREFUL))).isPresent();
    assertThat(events).containsExactly("opened eu", "told of eu", "opened us", "told of us");
  }

  @Test
  void aLinkThatWasBegunWithOtherSettingsIsNotTaken() {
    ahead.expect(List.of(request("eu", CARELESS)), told);

    assertThat(ahead.take(request("eu", CAREFUL))).isEmpty();
    assertThat(ahead.take(request("us", CARELESS))).isEmpty();
  }

  @Test
  void whatIsNoLongerExpectedIsClosed() throws Exception {
    var request = request("eu", CAREFUL);
    ahead.expect(List.of(request), told);
    ahead.expect(List.of(), told);
    ahead.expect(List.of(request), told);
    ahead.take(request).orElseThrow().await();

    assertThat(events)
        .containsExactly(
            "opened eu", "told of eu", "let go of eu", "closed eu", "opened eu", "told of eu");
  }

  @Test
  void aRefusalIsAskedForAgain() throws Exception {
    refused = true;
    ahead.expect(List.of(request("eu", CAREFUL)), told);

    assertThat(ahead.take(request("eu", CAREFUL))).isEmpty();
    assertThat(events).containsExactly("refused eu");
  }

  private LinkRequest request(String name, Safety safety) {
    var contexts =
        KubeContexts.read(Optional.of(folder.resolve("config")), Map.of(), folder).find(name);
    return new LinkRequest(
        contexts.orElseThrow(),
        Scope.of(List.of()),
        Set.of(Kind.POD),
        Mode.WATCH,
        safety,
        Duration.ofSeconds(5));
  }

  /** Begins a link that has come to its end, so that nothing here depends on time. */
  private Task<Opening> begin(LinkRequest request) {
    var name = request.context().name();
    events.add((refused ? "refused " : "opened ") + name);
    var opening =
        refused
            ? new Opening.NotLinked(new LinkFailure.BadContext("no"))
            : new Opening.Linked(
                new LinkedCluster(
                    new Source(request.context().id()), new NoActions("a test"), request.safety()));
    var task = background.<Opening>start("linking", Duration.ofSeconds(5), () -> opening);
    try {
      task.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return task;
  }

  private final class Source implements StateSource {
    private final ClusterId id;

    Source(ClusterId id) {
      this.id = id;
    }

    @Override
    public ClusterId cluster() {
      return id;
    }

    @Override
    public ClusterState state() {
      return ClusterState.empty(id, Instant.EPOCH);
    }

    @Override
    public Subscription subscribe(Consumer<ClusterState> listener) {
      return () -> {};
    }

    @Override
    public void close() {
      events.add("closed " + id.name());
    }
  }
}
