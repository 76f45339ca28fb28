package dev.faultline.workspace;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Task;
import dev.faultline.model.ClusterId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Links to what was chosen, off the caller's thread, and hands it to the feed. */
public final class Linker {

  /** Longer than each link may take, so that a slow one says so itself. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ClusterOpener opener;
  private final WorkspaceFeed feed;
  private final Activities activities;
  private final Background background;
  private volatile List<String> expected = List.of();

  public Linker(
      ClusterOpener opener, WorkspaceFeed feed, Activities activities, Background background) {
    this.opener = opener;
    this.feed = feed;
    this.activities = activities;
    this.background = background;
  }

  /**
   * What came of it.
   *
   * @param notes sentences about what could not be linked or read
   */
  public record Linked(List<ClusterId> clusters, List<String> notes) {
    public Linked {
      clusters = List.copyOf(clusters);
      notes = List.copyOf(notes);
    }
  }

  /**
   * Begins to link; the clusters follow each change from then on.
   *
   * @param what the task, in words for the status bar
   */
  public Task<Linked> link(String what, SourceChoice choice) {
    var task = background.start(what, PATIENCE, () -> open(choice));
    var activity = activities.begin(what, Optional.of(task::cancel));
    task.whenDone(end -> activity.close());
    return task;
  }

  /** Says what is likely to be linked to next: those contexts, and no others. */
  public void expect(List<String> contexts) {
    expected = contexts.stream().filter(this::isNotLinked).toList();
    background.start("expecting a link", PATIENCE, this::passOn);
  }

  private boolean isNotLinked(String context) {
    return feed.linked(new ClusterId(context)).isEmpty();
  }

  /** Of several at once, each passes on the newest. */
  private synchronized boolean passOn() {
    opener.expect(
        new SourceChoice.Contexts(Optional.empty(), expected, List.of()),
        KindSets.EVERYTHING,
        Look.FOLLOW,
        feed.ahead());
    return true;
  }

  private Linked open(SourceChoice choice) {
    var opened = opener.open(choice, KindSets.EVERYTHING, Look.FOLLOW);
    opened.clusters().forEach(feed::link);
    return new Linked(
        opened.clusters().stream().map(cluster -> cluster.source().cluster()).toList(),
        opened.notes());
  }
}
