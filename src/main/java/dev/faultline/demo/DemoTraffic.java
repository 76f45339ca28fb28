package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.traffic.SeenTime;
import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.model.traffic.TrafficUnit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The calls of the shop's workloads, as a mesh would count them: so many a second while a caller
 * runs, failing while nobody is ready to answer. Who calls nobody any more has gone quiet. One call
 * is declared nowhere, and one that is declared is never made, as it is in every shop.
 */
final class DemoTraffic {

  private static final String SOURCE = "the demo's mesh";
  private static final String VIA = "Istio";

  /** What is retried without success is tried less often. */
  private static final double RETRIED = 0.2;

  private static final Duration WARM = Duration.ofSeconds(10);
  private static final Duration LOOKBACK = Duration.ofDays(1);

  /**
   * What one workload asks of another.
   *
   * @param perSecond on an ordinary day
   * @param errors the share that fails even then
   */
  private record Call(
      String namespace,
      String caller,
      String of,
      String callee,
      double perSecond,
      double errors,
      int milliseconds) {}

  private static final List<Call> CALLS =
      List.of(
          new Call("shop", "gateway", "shop", "user", 21, 0.001, 18),
          new Call("shop", "gateway", "shop", "product", 64, 0.002, 35),
          new Call("shop", "gateway", "shop", "order", 12, 0.004, 120),
          new Call("shop", "gateway", "shop", "gateway-sessions", 97, 0, 2),
          new Call("shop", "user", "shop", "user-db", 24, 0, 4),
          new Call("shop", "product", "shop", "product-db", 70, 0, 7),
          new Call("shop", "order", "shop", "order-db", 31, 0, 6),
          new Call("shop", "order", "shop", "payment", 11, 0.003, 85),
          new Call("shop", "order", "platform", "broker", 12, 0, 3),
          new Call("shop", "payment", "shop", "payment-db", 23, 0, 5),
          new Call("shop", "payment", "platform", "broker", 11, 0, 3),
          new Call("reporting", "reports", "reporting", "reports-db", 2, 0, 40),
          // Somebody looks into another's store by an address that stands in no manifest.
          new Call("shop", "user", "shop", "gateway-sessions", 3, 0, 2));

  private DemoTraffic() {}

  static TrafficReport at(ObjectStore store, Instant now) {
    var edges = CALLS.stream().flatMap(call -> edge(call, store, now).stream()).toList();
    return new TrafficReport(SOURCE, edges);
  }

  private static Optional<TrafficEdge> edge(Call call, ObjectStore store, Instant now) {
    var caller = workload(store, call.namespace(), call.caller());
    var callee = workload(store, call.of(), call.callee());
    if (caller.isEmpty() || callee.isEmpty()) {
      return Optional.empty();
    }
    boolean calls = pods(store, caller.get()).anyMatch(pod -> runs(pod, now));
    boolean answers = pods(store, callee.get()).anyMatch(Pods::isReady);
    var since = now.minus(LOOKBACK);
    var seen =
        calls
            ? new SeenTime(since, now, false)
            : new SeenTime(since, lastSeen(caller.get()).orElse(now), true);
    return Optional.of(
        new TrafficEdge(
            VIA,
            peer(call.namespace(), call.caller(), caller.get()),
            peer(call.of(), call.callee(), callee.get()),
            true,
            figures(call, calls, answers),
            seen));
  }

  private static TrafficFigures figures(Call call, boolean calls, boolean answers) {
    if (!calls) {
      return TrafficFigures.none(TrafficUnit.REQUESTS);
    }
    return answers
        ? new TrafficFigures(
            TrafficUnit.REQUESTS,
            call.perSecond(),
            OptionalDouble.of(call.errors()),
            Optional.of(Duration.ofMillis(call.milliseconds())))
        : new TrafficFigures(
            TrafficUnit.REQUESTS,
            call.perSecond() * RETRIED,
            OptionalDouble.of(1),
            Optional.of(Duration.ofSeconds(1)));
  }

  /** Whether all its containers have run for a while: what crashes at its start calls nobody. */
  private static boolean runs(Manifest pod, Instant now) {
    var containers = pod.status().objects("containerStatuses").toList();
    return !containers.isEmpty()
        && containers.stream()
            .allMatch(
                one ->
                    Trees.time(one, "state", "running", "startedAt")
                        .filter(start -> start.plus(WARM).isBefore(now))
                        .isPresent());
  }

  private static Stream<Manifest> pods(ObjectStore store, Manifest owner) {
    return Stream.concat(
        store.ownedBy(owner, Kind.POD).stream(),
        store.ownedBy(owner, Kind.REPLICA_SET).stream().flatMap(set -> pods(store, set)));
  }

  /** When a workload that calls nobody lost its last pod. */
  private static Optional<Instant> lastSeen(Manifest workload) {
    var conditions = Conditions.of(workload.status());
    return conditions.isTrue("Available")
        ? Optional.empty()
        : conditions
            .find("Available")
            .flatMap(available -> Trees.time(available, "lastTransitionTime"));
  }

  private static TrafficPeer peer(String namespace, String name, Manifest workload) {
    return new TrafficPeer.OfWorkload(namespace, name, Optional.of(workload.kind().name()));
  }

  private static Optional<Manifest> workload(ObjectStore store, String namespace, String name) {
    return Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET)
        .map(kind -> store.ref(kind, namespace, name))
        .flatMap(ref -> store.find(ref).stream())
        .findFirst();
  }
}
