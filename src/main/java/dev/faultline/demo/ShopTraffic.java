package dev.faultline.demo;

import dev.faultline.demo.ShopCalls.Call;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.traffic.TrafficReport;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What goes between the applications of the shop. It follows from which of their pods run and are
 * ready, and is calculated anew whenever one of them changes: so it has a past like all the rest.
 */
final class ShopTraffic {

  /** What counts, in words. */
  static final String VIA = "Istio";

  private static final String SOURCE = "the demo's mesh";

  /** A share of calls that fails on every day. */
  private static final double EVERYDAY = 0.002;

  /** Who does not answer is tried less often. */
  private static final double RETRIED = 0.2;

  private final Supplier<Instant> now;
  private final Map<Call, CallCount> counts = new HashMap<>();
  private final List<Call> calls;
  private final Set<String> concerned = new HashSet<>();
  private final Map<String, Crew> pods = new HashMap<>();

  private static final class Crew {
    private int running;
    private int ready;
  }

  ShopTraffic(List<Call> calls, Supplier<Instant> now) {
    this.calls = List.copyOf(calls);
    this.now = now;
    for (Call call : calls) {
      counts.put(call, new CallCount(call));
      concerned.addAll(List.of(call.caller(), call.callee()));
    }
  }

  /** An object came, went or became another. */
  void changed(Change change) {
    if (!change.kind().equals(Kind.POD)) {
      return;
    }
    var path = change.before().or(change::after).map(ShopTraffic::application).orElse("");
    if (concerned.contains(path)) {
      var of = pods.computeIfAbsent(path, p -> new Crew());
      of.running +=
          count(change.after(), ShopTraffic::runs) - count(change.before(), ShopTraffic::runs);
      of.ready += count(change.after(), Pods::isReady) - count(change.before(), Pods::isReady);
      flow();
    }
  }

  /** All calls of the last day. */
  TrafficReport report() {
    var moment = now.get();
    return new TrafficReport(
        SOURCE,
        calls.stream()
            .flatMap(call -> counts.getOrDefault(call, new CallCount(call)).edge(moment).stream())
            .toList());
  }

  private void flow() {
    var answered = new HashMap<String, Double>();
    answered.put(ShopCalls.GATEWAY, ready(ShopCalls.GATEWAY) > 0 ? ShopCalls.CUSTOMERS : 0);
    for (Call call : calls) {
      int callers = call.evenUnready() ? running(call.caller()) : ready(call.caller());
      boolean there = ready(call.callee()) > 0;
      double asked = answered.getOrDefault(call.caller(), 0.0) * call.perRequest();
      double rate = asked * (there ? 1 : RETRIED) + callers * call.perPod();
      double errors = there ? EVERYDAY : 1;
      answered.merge(call.callee(), there ? rate : 0, Double::sum);
      counts.computeIfAbsent(call, CallCount::new).change(now.get(), rate, errors);
    }
  }

  private int running(String path) {
    return Optional.ofNullable(pods.get(path)).map(of -> of.running).orElse(0);
  }

  private int ready(String path) {
    return Optional.ofNullable(pods.get(path)).map(of -> of.ready).orElse(0);
  }

  private static int count(
      Optional<Manifest> pod, java.util.function.Predicate<Manifest> condition) {
    return pod.filter(condition).isPresent() ? 1 : 0;
  }

  private static boolean runs(Manifest pod) {
    return !Trees.isDeleting(pod)
        && pod.tree().text("status", "phase").orElse("").equals("Running");
  }

  private static String application(Manifest pod) {
    return pod.namespace()
        + "/"
        + pod.tree().text("metadata", "labels", "app.kubernetes.io/name").orElse("");
  }
}
