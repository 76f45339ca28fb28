package dev.faultline.demo;

import dev.faultline.cluster.StateSource;
import dev.faultline.cluster.intake.GuardedIntake;
import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.Pool;
import dev.faultline.cluster.intake.SecretGuard;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.StateChange;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The demo's objects as a state, kept up as they change. */
final class DemoSource implements StateSource {

  /** A state in which nothing but the time is new is told this often. */
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);

  private static final List<Kind> KINDS =
      List.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.DAEMON_SET,
          Kind.REPLICA_SET,
          Kind.CONTROLLER_REVISION,
          Kind.JOB,
          Kind.CRON_JOB,
          Kind.POD,
          Kind.SERVICE,
          Kind.CONFIG_MAP,
          Kind.SECRET,
          Kind.SERVICE_ACCOUNT,
          Kind.PERSISTENT_VOLUME_CLAIM,
          Kind.NAMESPACE,
          Kind.NODE,
          Kind.EVENT,
          Kind.ENDPOINT_SLICE,
          Kind.AUTOSCALER,
          RoutingKinds.INGRESS);

  private final ObjectStore store;
  private final Runnable onClose;
  private final GuardedIntake intake;
  private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
  private volatile ClusterState state;
  private Instant told;
  private boolean stale;

  DemoSource(ObjectStore store, SecretGuard guard, Instant now, Runnable onClose) {
    this.store = store;
    this.onClose = onClose;
    this.intake =
        new GuardedIntake(
            store.cluster(),
            guard,
            Intake.into(store.cluster(), new Pool()),
            ref -> store.find(ref).isPresent());
    this.told = now;
    this.state = ClusterState.empty(store.cluster(), now).apply(now, covered(new Coverage.Live()));
  }

  @Override
  public ClusterId cluster() {
    return store.cluster();
  }

  @Override
  public ClusterState state() {
    return state;
  }

  @Override
  public Subscription subscribe(Consumer<ClusterState> listener) {
    var delivery = new Delivery[1];
    delivery[0] = new Delivery(state, listener, () -> deliveries.remove(delivery[0]));
    deliveries.add(delivery[0]);
    delivery[0].begin();
    return delivery[0];
  }

  @Override
  public void close() {
    deliveries.forEach(Delivery::close);
    onClose.run();
  }

  /** Takes over what changed. Called by one thread at a time. */
  void publish(Instant now, List<ResourceRef> touched) {
    var changes = new ArrayList<StateChange>();
    if (stale) {
      changes.addAll(covered(new Coverage.Live()));
      stale = false;
    }
    touched.forEach(ref -> changes.add(change(ref)));
    if (touched.stream().anyMatch(ref -> ref.kind().equals(Kind.SERVICE))) {
      // A Secret is believed where it names a Service that there is.
      store.list(Kind.SECRET).forEach(secret -> changes.add(change(secret.ref(store.cluster()))));
    }
    tell(now, changes);
  }

  /** The link is broken: what is known stays, and is called stale. */
  void lose(Instant now, String reason) {
    if (!stale) {
      stale = true;
      tell(now, covered(new Coverage.Stale(now, reason)));
    }
  }

  private void tell(Instant now, List<StateChange> changes) {
    state = state.apply(now, changes);
    if (!changes.isEmpty() || !now.isBefore(told.plus(HEARTBEAT))) {
      told = now;
      deliveries.forEach(delivery -> delivery.offer(state));
    }
  }

  private StateChange change(ResourceRef ref) {
    return store
        .find(ref)
        .<StateChange>map(manifest -> new StateChange.Put(intake.read(manifest)))
        .orElseGet(() -> new StateChange.Removed(ref));
  }

  private static List<StateChange> covered(Coverage coverage) {
    return KINDS.stream()
        .<StateChange>map(kind -> new StateChange.Covered(kind, coverage))
        .toList();
  }
}
