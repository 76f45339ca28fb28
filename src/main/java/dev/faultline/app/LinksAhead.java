package dev.faultline.app;

import dev.faultline.cluster.fabric8.LinkRequest;
import dev.faultline.cluster.fabric8.Opening;
import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
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
  private final Map<LinkRequest, Task<Opening>> begun = new HashMap<>();
  private Optional<Task<Boolean>> forgetting = Optional.empty();

  LinksAhead(Background background, Function<LinkRequest, Task<Opening>> begin) {
    this.background = background;
    this.begin = begin;
  }

  /** Begins those that are not begun, and lets go of all others. */
  synchronized void expect(Collection<LinkRequest> requests) {
    for (LinkRequest gone : Set.copyOf(begun.keySet())) {
      if (!requests.contains(gone)) {
        letGo(begun.remove(gone));
      }
    }
    requests.forEach(request -> begun.computeIfAbsent(request, begin));
    forgetting.ifPresent(Task::cancel);
    forgetting = begun.isEmpty() ? Optional.empty() : Optional.of(forgetLater());
  }

  /** The link that was begun for the request, unless it has failed by now. */
  synchronized Optional<Task<Opening>> take(LinkRequest request) {
    return Optional.ofNullable(begun.remove(request))
        .filter(task -> task.ended().map(LinksAhead::isLinked).orElse(true));
  }

  private static boolean isLinked(Outcome<Opening> end) {
    return end instanceof Outcome.Done<Opening>(Opening.Linked _);
  }

  private Task<Boolean> forgetLater() {
    return background.keepRunning(
        "forgetting links that nobody took",
        () -> {
          Thread.sleep(KEPT);
          forget();
        });
  }

  private synchronized void forget() {
    begun.values().forEach(LinksAhead::letGo);
    begun.clear();
  }

  /** Waits for its end: a link that is cancelled at the very end would stay open. */
  private static void letGo(Task<Opening> task) {
    task.whenDone(
        end -> {
          if (end instanceof Outcome.Done<Opening>(Opening.Linked linked)) {
            linked.cluster().close();
          }
        });
  }
}
