package dev.faultline.app;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.fabric8.LinkRequest;
import dev.faultline.cluster.fabric8.Opening;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.workspace.ClusterOpener.Ahead;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Links that are begun before anybody clicks on "link": while a person looks at the contexts that
 * are chosen, these are read already. One that was begun with other settings, or another user, than
 * those of the click is not used; one that nobody takes is let go after a while.
 */
final class LinksAhead {

  /** Long enough to think, short enough that a forgotten window asks no cluster for ever. */
  static final Duration KEPT = Duration.ofMinutes(10);

  private final Background background;
  private final Function<LinkRequest, Task<Opening>> begin;
  private final Map<LinkRequest, Begun> begun = new HashMap<>();
  private Optional<Task<Boolean>> forgetting = Optional.empty();

  LinksAhead(Background background, Function<LinkRequest, Task<Opening>> begin) {
    this.background = background;
    this.begin = begin;
  }

  private record Begun(Task<Opening> task, Ahead ahead) {}

  /**
   * Begins those that are not begun, and lets go of all others.
   *
   * @param ahead told of those that are linked and not taken yet
   */
  synchronized void expect(Collection<LinkRequest> requests, Ahead ahead) {
    keepOnly(requests);
    for (LinkRequest request : requests) {
      if (!begun.containsKey(request)) {
        var task = begin.apply(request);
        begun.put(request, new Begun(task, ahead));
        task.whenDone(end -> tell(request, task));
      }
    }
    forgetting.ifPresent(Task::cancel);
    forgetting = begun.isEmpty() ? Optional.empty() : Optional.of(forgetLater());
  }

  /** The link that was begun for the request, unless it has failed by now. */
  synchronized Optional<Task<Opening>> take(LinkRequest request) {
    return Optional.ofNullable(begun.remove(request))
        .map(Begun::task)
        .filter(task -> task.ended().map(LinksAhead::isLinked).orElse(true));
  }

  /** Lets go of all that were not taken. */
  synchronized void letGo() {
    keepOnly(Set.of());
  }

  private void keepOnly(Collection<LinkRequest> requests) {
    for (LinkRequest gone : Set.copyOf(begun.keySet())) {
      if (!requests.contains(gone)) {
        letGo(begun.remove(gone));
      }
    }
  }

  /** Whoever has taken it meanwhile needs not be told. */
  private synchronized void tell(LinkRequest request, Task<Opening> task) {
    Optional.ofNullable(begun.get(request))
        .filter(one -> one.task() == task)
        .ifPresent(one -> linked(task).ifPresent(one.ahead()::linked));
  }

  private static boolean isLinked(Outcome<Opening> end) {
    return end instanceof Outcome.Done<Opening>(Opening.Linked _);
  }

  private static Optional<LinkedCluster> linked(Task<Opening> task) {
    return task.ended()
        .filter(LinksAhead::isLinked)
        .map(end -> ((Opening.Linked) end.result().orElseThrow()).cluster());
  }

  private Task<Boolean> forgetLater() {
    return background.keepRunning(
        "forgetting links that nobody took",
        () -> {
          Thread.sleep(KEPT);
          letGo();
        });
  }

  /** Waits for its end: a link that is cancelled at the very end would stay open. */
  private static void letGo(Begun old) {
    old.task()
        .whenDone(
            end ->
                linked(old.task())
                    .ifPresent(
                        cluster -> {
                          old.ahead().letGo(cluster);
                          cluster.close();
                        }));
  }
}
