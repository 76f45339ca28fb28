package dev.faultline.rollback;

import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.watch.RollbackProgress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands progress to whoever looks on; a listener that throws, or goes, changes nothing else. */
public final class ProgressFeed {

  private static final Logger LOG = LoggerFactory.getLogger(ProgressFeed.class);

  private final List<Consumer<RollbackProgress>> listeners = new CopyOnWriteArrayList<>();
  private volatile Optional<RollbackProgress> latest = Optional.empty();

  ProgressFeed() {}

  /** An end to being told. */
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  Subscription subscribe(Consumer<RollbackProgress> listener) {
    listeners.add(listener);
    latest.ifPresent(progress -> tell(listener, progress));
    return () -> listeners.remove(listener);
  }

  void publish(RollbackProgress progress) {
    latest = Optional.of(progress);
    listeners.forEach(listener -> tell(listener, progress));
  }

  static RollbackProgress applying(Instant now, RollbackPlan plan) {
    return new RollbackProgress(
        RollbackProgress.Phase.APPLYING,
        now,
        "sending the change",
        RollbackProgress.PodCount.NONE,
        RollbackProgress.PodCount.NONE,
        plan.service().replicas().wanted(),
        List.of(),
        plan.request().options().timeout());
  }

  private static void tell(Consumer<RollbackProgress> listener, RollbackProgress progress) {
    try {
      listener.accept(progress);
    } catch (RuntimeException e) {
      LOG.error("a listener to a rollback's progress failed", e);
    }
  }
}
