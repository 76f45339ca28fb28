package dev.faultline.cluster.fabric8;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Task;
import dev.faultline.model.Kind;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Starts what keeps a state up to date: the pulse of the link, and one watch a kind and namespace.
 */
final class Watching {

  /** What names and health of services come from is listed first, what is long and said last. */
  private static final List<Kind> FIRST =
      List.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.DAEMON_SET,
          Kind.SERVICE,
          Kind.REPLICA_SET,
          Kind.POD,
          Kind.CONFIG_MAP);

  private static final List<Kind> LAST = List.of(Kind.ENDPOINT_SLICE, Kind.EVENT);

  /** More at a time would only keep each other waiting: a machine has not so many cores. */
  private static final int LISTS_AT_A_TIME = 3;

  private final ApiLink link;
  private final Background background;
  private final ObjectIntake intake;
  private final InstantSource clock;
  private final LiveState state;
  private final Pulse pulse;
  private final Semaphore turns = new Semaphore(LISTS_AT_A_TIME, true);

  Watching(
      ApiLink link,
      Background background,
      ObjectIntake intake,
      InstantSource clock,
      LiveState state) {
    this.link = link;
    this.background = background;
    this.intake = intake;
    this.clock = clock;
    this.state = state;
    this.pulse = new Pulse(link, clock, state::heard);
  }

  /** A watch that was begun before it was known whether it may be. */
  private record Early(Task<Boolean> task, WatchedObjects objects) {}

  /**
   * Begins to watch what may be watched; blocks until that is known.
   *
   * @param scope where all namespaces are wanted, the lists are begun while it is still asked what
   *     may be read: most may read all, and what is refused is thrown away
   * @throws LinkException if the cluster can't be asked
   */
  void start(Scope scope, Collection<Resource> resources, Access.Asking asking)
      throws InterruptedException {
    var early = new LinkedHashMap<Kind, Early>();
    if (scope instanceof Scope.Everywhere) {
      for (Resource resource : inOrder(resources)) {
        var coverage = coverage(resource, List.of(Access.EVERYWHERE), Optional.empty());
        early.put(resource.kind(), watch(resource, Access.EVERYWHERE, coverage));
      }
    }
    var granted = asking.ask();
    background.keepRunning("pulse", pulse::keepBeating);
    for (Resource resource : inOrder(resources)) {
      var access =
          granted.getOrDefault(resource.kind(), new Access.Granted(List.of(), Optional.empty()));
      var begun = Optional.ofNullable(early.get(resource.kind()));
      if (begun.isEmpty() || !access.isEverywhere()) {
        undo(begun);
        start(resource, access);
      }
    }
  }

  /** Begins to watch, as far as it may be, what a cluster may lack: nothing of it is missed. */
  void beside(Collection<Resource> resources, Map<Kind, Access.Granted> granted) {
    for (Resource resource : resources) {
      var may =
          granted.getOrDefault(resource.kind(), new Access.Granted(List.of(), Optional.empty()));
      for (String namespace : may.namespaces()) {
        var coverage =
            new KindCoverage(
                resource.kind(),
                List.of(namespace),
                Optional.empty(),
                new SilentCoverage(state::offer));
        watch(resource, namespace, coverage);
      }
    }
  }

  private static void undo(Optional<Early> begun) throws InterruptedException {
    if (begun.isPresent()) {
      begun.get().task().cancel();
      begun.get().task().await();
      begun.get().objects().forget();
    }
  }

  private void start(Resource resource, Access.Granted access) {
    var coverage = coverage(resource, access.namespaces(), access.forbidden());
    for (String namespace : access.namespaces()) {
      watch(resource, namespace, coverage);
    }
  }

  private KindCoverage coverage(
      Resource resource, List<String> namespaces, Optional<String> forbidden) {
    return new KindCoverage(resource.kind(), namespaces, forbidden, state::offer);
  }

  private Early watch(Resource resource, String namespace, KindCoverage coverage) {
    var objects = new WatchedObjects(intake, state::offer);
    var stream = new WatchStream(link, resource, namespace, objects, pulse);
    var watch = new KindWatch(stream, background, coverage, namespace, clock, pulse, turns);
    var task =
        background.keepRunning("watching " + resource.plural() + " " + namespace, watch::follow);
    return new Early(task, objects);
  }

  private static List<Resource> inOrder(Collection<Resource> resources) {
    return resources.stream()
        .sorted(Comparator.comparingInt(resource -> rank(resource.kind())))
        .toList();
  }

  private static int rank(Kind kind) {
    int first = FIRST.indexOf(kind);
    int middle = FIRST.size();
    return first >= 0 ? first : middle + 1 + LAST.indexOf(kind);
  }
}
