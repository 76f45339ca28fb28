package dev.faultline.rollback;

import dev.faultline.catalog.RevisionTemplates;
import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Manifest;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.rollback.check.CheckContext;
import dev.faultline.rollback.check.Checks;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.plan.Planning;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.plan.RollbackPlanner;
import dev.faultline.rollback.plan.RollbackRequest;
import java.time.InstantSource;
import java.util.Optional;

/** Prepares rollbacks, and undoes them, on one cluster. */
public final class RollbackEngine {

  private static final int DRY_RUN_TRIES = 6;

  private final LinkedCluster cluster;
  private final Journal journal;
  private final InstantSource clock;
  private final String user;
  private final Pauses pauses;

  /**
   * An engine for a linked cluster.
   *
   * @param user whom the journal names
   */
  public RollbackEngine(LinkedCluster cluster, Journal journal, InstantSource clock, String user) {
    this(cluster, journal, clock, user, Pauses.growing());
  }

  RollbackEngine(
      LinkedCluster cluster, Journal journal, InstantSource clock, String user, Pauses pauses) {
    this.cluster = cluster;
    this.journal = journal;
    this.clock = clock;
    this.user = user;
    this.pauses = pauses;
  }

  /** Plans, tries at the server and checks; changes nothing. */
  public Preparation prepare(RollbackRequest request) {
    return prepare(request, PreparationListener.none());
  }

  /** The same, with a listener that hears of every part as soon as it is known. */
  public Preparation prepare(RollbackRequest request, PreparationListener listener) {
    var state = cluster.source().state();
    var service = ServiceCatalog.of(state).find(request.service());
    if (service.isEmpty()) {
      return new Preparation.Impossible("there is no " + request.service().describe());
    }
    return switch (cluster.actions().read(request.service())) {
      case Reading.Found found ->
          prepare(new Basis(request, state, service.get(), found.manifest()), listener);
      case Reading.Absent _ ->
          new Preparation.Impossible(request.service().describe() + " is gone");
      case Reading.Forbidden forbidden ->
          new Preparation.Impossible(
              "%s may not be read: %s".formatted(request.service().describe(), forbidden.reason()));
      case Reading.Failed failed ->
          new Preparation.Impossible("the cluster can't be reached: " + failed.reason());
    };
  }

  /** Prepares to bring back what ran before the rollback of that ID; changes nothing. */
  public Preparation prepareUndo(String journalId, String reason, RollbackRequest.Options options) {
    return prepareUndo(journalId, reason, options, PreparationListener.none());
  }

  /** The same, with a listener that hears of every part as soon as it is known. */
  public Preparation prepareUndo(
      String journalId,
      String reason,
      RollbackRequest.Options options,
      PreparationListener listener) {
    var entry = journal.find(journalId);
    if (entry.isEmpty()) {
      return new Preparation.Impossible(
          "the journal has no rollback %s, or several that are called so; `journal` lists them"
              .formatted(journalId));
    }
    var undo =
        new Undo(cluster.source().state(), cluster.actions(), journal.read())
            .of(entry.get(), reason, options);
    return switch (undo) {
      case Undo.Answer.Possible possible -> prepare(possible.request(), listener);
      case Undo.Answer.Impossible impossible -> new Preparation.Impossible(impossible.reason());
    };
  }

  /** What a plan is made from. */
  private record Basis(
      RollbackRequest request, ClusterState state, Service service, Manifest live) {}

  private Preparation prepare(Basis basis, PreparationListener listener) {
    var template =
        target(basis.service(), basis.request())
            .flatMap(revision -> RevisionTemplates.of(basis.state(), revision));
    return switch (RollbackPlanner.plan(basis.request(), basis.service(), basis.live(), template)) {
      case Planning.Impossible impossible -> new Preparation.Impossible(impossible.reason());
      case Planning.Planned planned ->
          new Preparation.Ready(check(planned.plan(), basis.state(), listener));
    };
  }

  private static Optional<Revision> target(Service service, RollbackRequest request) {
    return service.revisions().stream()
        .filter(revision -> revision.id().equals(request.targetRevision()))
        .findFirst();
  }

  private Rollback check(RollbackPlan plan, ClusterState state, PreparationListener listener) {
    listener.planned(plan);
    var dryRun = dryRun(plan);
    listener.tried(plan, dryRun);
    var checks =
        Checks.run(
            new CheckContext(plan, state, cluster.actions(), cluster.safety(), dryRun),
            listener::checked);
    var name =
        cluster.safety().protectedContext()
            ? Optional.of(plan.service().ref().name())
            : Optional.<String>empty();
    return new Rollback(
        new Preview(plan, checks, dryRun, name), cluster, journal, clock, user, pauses);
  }

  /** As status is written all the time, a conflict is tried again with what is there then. */
  private WriteResult dryRun(RollbackPlan plan) {
    var ref = plan.service().ref();
    var version = plan.live().resourceVersion();
    WriteResult result = new WriteResult.Conflict("not tried");
    for (int attempt = 0; attempt < DRY_RUN_TRIES; attempt++) {
      var precondition = new Write.Precondition(plan.live().uid(), version);
      result = cluster.actions().write(new Write.Patch(ref, plan.operations(), precondition, true));
      if (!(result instanceof WriteResult.Conflict)
          || !(cluster.actions().read(ref) instanceof Reading.Found fresh)) {
        return result;
      }
      version = fresh.manifest().resourceVersion();
    }
    return result;
  }
}
