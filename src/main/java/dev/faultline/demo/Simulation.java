package dev.faultline.demo;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ResourceRef;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The cluster without its doors: store, time and controllers, wired to each other. Not shared. */
final class Simulation {

  private final ControlLoop loop = new ControlLoop();
  private final Set<ResourceRef> touched = new LinkedHashSet<>();
  private final EventQueue queue;
  private final ObjectStore store;
  private final ApiServer api;
  private final Kubelet kubelet;
  private final EventRecorder events;
  private final Software software = new Software();
  private final ShopTraffic traffic;

  /**
   * An empty cluster.
   *
   * @param start the time inside at first
   * @param keepEventsFrom the first moment somebody may look
   * @param seed decides all names
   */
  Simulation(ClusterId cluster, Instant start, Instant keepEventsFrom, long seed) {
    this.queue = new EventQueue(start, loop::settle);
    var names = new Names(seed);
    this.store = new ObjectStore(cluster, names, queue::now, this::changed);
    this.events = new EventRecorder(store, queue, names, keepEventsFrom);
    this.traffic = new ShopTraffic(ShopCalls.ALL, queue::now);
    var quota = new Quota(store);
    this.api = new ApiServer(store, queue, new Defaults(names), quota);
    this.kubelet = new Kubelet(new Nodes(store, queue, names, events, software));
    loop.use(controllers(names, quota));
  }

  private List<Controller> controllers(Names names, Quota quota) {
    var status = new DeploymentStatus(store, queue, this::touch);
    var scaler = new ReplicaSetScaler(store, events, status);
    return List.of(
        new DeploymentController(store, scaler, status),
        new ReplicaSetController(store, queue, names, events, quota, this::touch),
        new StatefulSetController(store, queue::now, events),
        new DaemonSetController(store, queue::now, names, events),
        new Scheduler(store, queue, events),
        kubelet,
        new EndpointsController(store),
        new GarbageCollector(store, queue::now));
  }

  /** Lets the controllers come to rest at this moment. */
  void settle() {
    loop.settle();
  }

  /** The objects that changed since the last call, in the order of their first change. */
  List<ResourceRef> takeTouched() {
    var taken = List.copyOf(touched);
    touched.clear();
    return taken;
  }

  EventQueue queue() {
    return queue;
  }

  ObjectStore store() {
    return store;
  }

  ApiServer api() {
    return api;
  }

  Kubelet kubelet() {
    return kubelet;
  }

  Software software() {
    return software;
  }

  /** What goes between the applications. */
  ShopTraffic traffic() {
    return traffic;
  }

  private void changed(Change change) {
    traffic.changed(change);
    touched.add(change.ref());
    loop.changed(change);
  }

  /** Has the controllers look at the object again as if it were new. */
  private void touch(ResourceRef ref) {
    store
        .find(ref)
        .ifPresent(object -> loop.changed(new Change(ref, Optional.empty(), Optional.of(object))));
  }
}
