package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The readiness probe of one run of a container. It asks at every turn of its period only while the
 * answer can make a difference; otherwise it rests until something that the container calls comes
 * or goes. While a probe fails it still reports once a minute, for all the turns in between.
 */
final class Prober {

  private static final Duration REPORT = Duration.ofSeconds(60);

  private final Nodes nodes;
  private final PodRun pod;
  private final ContainerRun container;
  private final int run;
  private final Instant first;
  private final Instant warm;
  private final Duration period;
  private final int threshold;
  private int failures;
  private Instant last;
  private Instant planned = Instant.MAX;

  Prober(Nodes nodes, PodRun pod, ContainerRun container, Duration warmUp) {
    this.nodes = nodes;
    this.pod = pod;
    this.container = container;
    this.run = container.runs;
    var probe = container.spec.object("readinessProbe");
    var now = nodes.queue().now();
    this.first = now.plusSeconds(Trees.number(probe, 0, "initialDelaySeconds"));
    this.last = first;
    this.warm = now.plus(warmUp);
    this.period = Duration.ofSeconds(Trees.number(probe, 10, "periodSeconds"));
    this.threshold = Trees.number(probe, 3, "failureThreshold");
  }

  void begin() {
    container.prober = Optional.of(this);
    if (container.spec.find("readinessProbe").isEmpty()) {
      container.ready = true;
    } else {
      plan(first);
    }
  }

  /** Something it calls came or went: asks again at its next turn. */
  void wake() {
    if (container.spec.find("readinessProbe").isPresent()) {
      plan(turnAfter(nodes.queue().now()));
    }
  }

  private void plan(Instant moment) {
    if (moment.isBefore(planned)) {
      planned = moment;
      nodes.queue().at(moment, () -> probe(moment));
    }
  }

  /** The first turn of the period that comes later than the moment. */
  private Instant turnAfter(Instant moment) {
    if (moment.isBefore(first)) {
      return first;
    }
    long turns = Duration.between(first, moment).toNanos() / period.toNanos() + 1;
    return first.plus(period.multipliedBy(turns));
  }

  private void probe(Instant moment) {
    if (!planned.equals(moment)) {
      return; // Somebody woke it for an earlier turn.
    }
    planned = Instant.MAX;
    var manifest = pod.pod();
    boolean over =
        container.runs != run || !(container.state instanceof ContainerRun.State.Running);
    if (manifest.isEmpty() || over) {
      return;
    }
    if (moment.isBefore(warm)) {
      failed(
          manifest.get(),
          "Get \"http://%s:8080/ready\": dial tcp %s:8080: connect: connection refused"
              .formatted(pod.ip(), pod.ip()));
      plan(turnAfter(moment));
    } else {
      ask(manifest.get(), moment);
    }
    last = moment;
  }

  private void ask(Manifest manifest, Instant now) {
    var unreachable = container.callees.unreachable(nodes.store());
    var answer = answer(manifest, unreachable, now);
    answer.says().ifPresent(line -> container.say(now, line));
    answer.until().ifPresent(until -> plan(turnAfter(until.minusNanos(1))));
    if (answer.ready()) {
      failures = 0;
      set(true);
      return;
    }
    failed(manifest, "HTTP probe failed with statuscode: 503");
    plan(failures < threshold ? turnAfter(now) : turnAfter(now.plus(REPORT).minusNanos(1)));
  }

  private Program.Answer answer(Manifest manifest, List<String> unreachable, Instant now) {
    var siblings =
        Owners.controller(manifest.ref(nodes.store().cluster()), manifest, Kind.REPLICA_SET)
            .flatMap(nodes.store()::find)
            .map(owner -> nodes.store().ownedBy(owner, Kind.POD))
            .orElse(List.of(manifest));
    int rank = siblings.stream().map(Manifest::name).toList().indexOf(manifest.name());
    return nodes
        .software()
        .program(container.image())
        .probe(new Program.Probe(unreachable, rank, siblings.size(), now));
  }

  private void failed(Manifest manifest, String why) {
    long turns =
        failures < threshold
            ? 1
            : Math.max(1, Duration.between(last, nodes.queue().now()).dividedBy(period));
    failures++;
    nodes
        .events()
        .warning(manifest, "kubelet", "Unhealthy", "Readiness probe failed: " + why, (int) turns);
    if (failures >= threshold) {
      set(false);
    }
  }

  private void set(boolean ready) {
    if (container.ready != ready) {
      container.ready = ready;
      pod.report();
    }
  }
}
