package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The readiness probe of one run of a container. It rests while the answer cannot change: only
 * until everything the container calls answers, and again once something stops answering.
 */
final class Prober {

  private final Nodes nodes;
  private final PodRun pod;
  private final ContainerRun container;
  private final int run;
  private final Instant started;
  private final Instant warm;
  private final Duration period;
  private final int threshold;
  private int failures;
  private boolean resting;

  Prober(Nodes nodes, PodRun pod, ContainerRun container, Duration warmUp) {
    this.nodes = nodes;
    this.pod = pod;
    this.container = container;
    this.run = container.runs;
    var probe = container.spec.object("readinessProbe");
    var now = nodes.queue().now();
    this.started = now.plusSeconds(Trees.number(probe, 0, "initialDelaySeconds"));
    this.warm = now.plus(warmUp);
    this.period = Duration.ofSeconds(Trees.number(probe, 10, "periodSeconds"));
    this.threshold = Trees.number(probe, 3, "failureThreshold");
  }

  void begin() {
    container.prober = java.util.Optional.of(this);
    if (container.spec.find("readinessProbe").isEmpty()) {
      container.ready = true;
      resting = true;
      return;
    }
    nodes.queue().at(started, this::probe);
  }

  /** Something it calls appeared or went: looks again at its next turn. */
  void wake() {
    if (resting && container.spec.find("readinessProbe").isPresent()) {
      resting = false;
      var passed = Duration.between(started, nodes.queue().now());
      long turns = Math.max(0, passed.toNanos() / period.toNanos() + 1);
      nodes.queue().at(started.plus(period.multipliedBy(turns)), this::probe);
    }
  }

  private void probe() {
    var manifest = pod.pod();
    boolean over =
        container.runs != run || !(container.state instanceof ContainerRun.State.Running);
    if (manifest.isEmpty() || over) {
      return;
    }
    var now = nodes.queue().now();
    if (now.isBefore(warm)) {
      failed(
          manifest.get(),
          "Get \"http://%s:8080/ready\": dial tcp %s:8080: connect: connection refused"
              .formatted(pod.ip(), pod.ip()));
    } else {
      var unreachable = container.callees.unreachable(nodes.store());
      var answer = ask(manifest.get(), unreachable, now);
      answer.says().ifPresent(line -> container.say(now, line));
      if (answer.ready()) {
        failures = 0;
        set(true);
        resting = unreachable.isEmpty();
      } else {
        failed(manifest.get(), "HTTP probe failed with statuscode: 503");
      }
    }
    if (!resting) {
      nodes.queue().in(period, this::probe);
    }
  }

  private Program.Answer ask(Manifest manifest, List<String> unreachable, Instant now) {
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
    failures++;
    pod.warn(manifest, "Unhealthy", "Readiness probe failed: " + why);
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
