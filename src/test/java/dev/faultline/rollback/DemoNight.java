package dev.faultline.rollback;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.Reading;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.demo.DemoShop;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Service;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.plan.RollbackRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** The demo's incident with an engine at hand; its clock goes on only while a rollback runs. */
final class DemoNight implements AutoCloseable {

  static final ResourceRef PAYMENT = DemoShop.CULPRIT;
  static final RollbackRequest.Options OPTIONS = RollbackRequest.Options.DEFAULT;

  final DemoClock clock = DemoClock.standingAt(Instant.parse("2026-05-12T03:15:00Z"));
  final DemoCluster demo = DemoCluster.incident(clock);
  final Interference actions = new Interference(demo.actions());
  final Journal journal;
  LinkedCluster.Safety safety = demo.linked().safety();

  DemoNight(Path folder) {
    journal = new Journal(folder);
  }

  LinkedCluster cluster() {
    return new LinkedCluster(demo.source(), actions, safety);
  }

  RollbackEngine engine() {
    return new RollbackEngine(cluster(), journal, clock, "kim", attempt -> {});
  }

  Service payment() {
    return ServiceCatalog.of(demo.source().state()).find(PAYMENT).orElseThrow();
  }

  RollbackRequest request(String version) {
    var target = Plans.revision(payment(), version);
    return RollbackRequest.of(PAYMENT, target.id(), "payments fail", OPTIONS);
  }

  Rollback prepare(String version) {
    return ready(engine().prepare(request(version)));
  }

  static Rollback ready(Preparation preparation) {
    return switch (preparation) {
      case Preparation.Ready ready -> ready.rollback();
      case Preparation.Impossible impossible -> throw new AssertionError(impossible.reason());
    };
  }

  RollbackOutcome takeBack(String version) {
    return confirmAndRun(prepare(version));
  }

  RollbackOutcome confirmAndRun(Rollback rollback) {
    if (rollback.confirm("") instanceof Confirmation.Refused refused) {
      throw new AssertionError(refused.refusal().sentence());
    }
    return run(rollback);
  }

  /** Runs it while the demo's time goes by, much faster than a wall clock's. */
  RollbackOutcome run(Rollback rollback) {
    var outcome = new CompletableFuture<RollbackOutcome>();
    var thread =
        Thread.ofVirtual()
            .start(
                () -> {
                  try {
                    outcome.complete(rollback.run());
                  } catch (Throwable e) {
                    outcome.completeExceptionally(e);
                  }
                });
    try {
      while (!thread.join(Duration.ofMillis(5))) {
        clock.advance(Duration.ofMillis(500));
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    return outcome.join();
  }

  Manifest live() {
    return ((Reading.Found) demo.actions().read(PAYMENT)).manifest();
  }

  /** Somebody else changes payment. */
  void somebody(UnaryOperator<JsonObject> change) {
    demo.apply(new Manifest(change.apply(live().tree())), "kubectl-edit");
  }

  void waits(Duration duration) {
    clock.advance(duration);
  }

  @Override
  public void close() {
    demo.close();
  }
}
