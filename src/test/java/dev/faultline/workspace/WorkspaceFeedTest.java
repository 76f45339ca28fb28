package dev.faultline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.StateSource;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.demo.DemoShop;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkspaceFeedTest {

  private final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  private final DemoCluster demo = DemoCluster.incident(clock);
  private final List<String> failures = new CopyOnWriteArrayList<>();
  private final WorkspaceFeed feed = new WorkspaceFeed((what, cause) -> failures.add(what));

  @AfterEach
  void close() {
    feed.close();
    demo.close();
  }

  @Test
  void whoSubscribesIsToldOfWhatIsThereAndOfWhatComes() throws InterruptedException {
    var told = new LinkedBlockingQueue<Workspace>();
    feed.subscribe(told::add);

    feed.link(demo.linked());

    assertThat(next(told).clusters()).isEmpty();
    assertThat(next(told).find(DemoShop.CULPRIT)).isPresent();
    clock.advance(Duration.ofMinutes(2));
    assertThat(next(told).clusters()).hasSize(1);
  }

  @Test
  void ofALinkThatWasExpectedThePictureIsThereAtOnce() {
    var cluster =
        new LinkedCluster(new Prompt(demo.source()), demo.actions(), demo.linked().safety());
    feed.ahead().linked(cluster);
    assertThat(feed.workspace().clusters()).isEmpty();

    feed.link(cluster);

    assertThat(feed.workspace().find(DemoShop.CULPRIT)).isPresent();
  }

  @Test
  void ofALinkThatWasLetGoNothingIsKept() {
    var cluster =
        new LinkedCluster(new Prompt(demo.source()), demo.actions(), demo.linked().safety());
    try (var pictures = new PicturesAhead()) {
      pictures.linked(cluster);
      pictures.letGo(cluster);

      assertThat(pictures.take(cluster)).isEmpty();
    }
  }

  /** Tells what there is before it returns, so that a test need not wait. */
  private record Prompt(StateSource source) implements StateSource {
    @Override
    public ClusterId cluster() {
      return source.cluster();
    }

    @Override
    public ClusterState state() {
      return source.state();
    }

    @Override
    public Subscription subscribe(Consumer<ClusterState> listener) {
      listener.accept(state());
      return () -> {};
    }

    @Override
    public void close() {
      source.close();
    }
  }

  @Test
  void whatIsUnlinkedIsGoneAtOnce() throws InterruptedException {
    var told = new LinkedBlockingQueue<Workspace>();
    feed.link(demo.linked());
    feed.subscribe(told::add);
    while (next(told).clusters().isEmpty()) {
      // Wait until it is there.
    }

    feed.unlink(DemoCluster.ID);

    assertThat(feed.workspace().clusters()).isEmpty();
    assertThat(feed.workspace().find(DemoShop.CULPRIT)).isEmpty();
  }

  @Test
  void aListenerThatThrowsHidesNothingFromTheOthers() throws InterruptedException {
    var told = new LinkedBlockingQueue<Workspace>();
    feed.subscribe(
        workspace -> {
          throw new IllegalStateException("a fault");
        });
    feed.subscribe(told::add);

    feed.link(demo.linked());

    assertThat(next(told)).isNotNull();
    assertThat(next(told).clusters()).hasSize(1);
    assertThat(failures).isNotEmpty();
  }

  private static Workspace next(LinkedBlockingQueue<Workspace> told) throws InterruptedException {
    var next = told.poll(10, TimeUnit.SECONDS);
    if (next == null) {
      throw new AssertionError("nothing was told within 10 s");
    }
    return next;
  }
}
