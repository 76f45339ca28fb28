package dev.faultline.workspace;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** What goes on in the background and a person may want to watch or stop. */
public final class Activities {

  private final InstantSource clock;
  private final List<Activity> running = new ArrayList<>();
  private final List<Consumer<List<Activity>>> listeners = new CopyOnWriteArrayList<>();
  private long last;

  public Activities(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * One of them, as it stands.
   *
   * @param what in words for people
   * @param progress from 0 to 1 where it is known
   * @param cancel stops it, where that is possible
   */
  public record Activity(
      long id, String what, Instant since, OptionalDouble progress, Optional<Runnable> cancel) {}

  /** Something that was begun; closing it says that it is over. */
  public final class Handle implements AutoCloseable {
    private final long id;

    private Handle(long id) {
      this.id = id;
    }

    /** How far it is, from 0 to 1. */
    public void progress(double share) {
      change(
          id,
          old ->
              Optional.of(
                  new Activity(
                      old.id(), old.what(), old.since(), OptionalDouble.of(share), old.cancel())));
    }

    @Override
    public void close() {
      change(id, old -> Optional.empty());
    }
  }

  /** Says that something goes on. */
  public Handle begin(String what, Optional<Runnable> cancel) {
    long id;
    synchronized (this) {
      id = ++last;
      running.add(new Activity(id, what, clock.instant(), OptionalDouble.empty(), cancel));
    }
    tell();
    return new Handle(id);
  }

  public synchronized List<Activity> running() {
    return List.copyOf(running);
  }

  /** Tells of every change, on whatever thread it comes from; and of the present at once. */
  public AutoCloseable subscribe(Consumer<List<Activity>> listener) {
    listeners.add(listener);
    listener.accept(running());
    return () -> listeners.remove(listener);
  }

  private void change(long id, java.util.function.Function<Activity, Optional<Activity>> to) {
    synchronized (this) {
      for (int i = 0; i < running.size(); i++) {
        if (running.get(i).id() == id) {
          var changed = to.apply(running.get(i));
          if (changed.isPresent()) {
            running.set(i, changed.get());
          } else {
            running.remove(i);
          }
          break;
        }
      }
    }
    tell();
  }

  private void tell() {
    var now = running();
    listeners.forEach(listener -> listener.accept(now));
  }
}
