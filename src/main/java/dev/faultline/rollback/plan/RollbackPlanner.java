package dev.faultline.rollback.plan;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.cluster.intake.TemplateReader;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.patch.JsonDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes the plan of a rollback from what was read; asks nobody and changes nothing. */
public final class RollbackPlanner {

  private static final Set<Kind> REVISIONED =
      Set.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET);

  private RollbackPlanner() {}

  /**
   * Plans to bring a revision's template back.
   *
   * @param live the workload as it stands at the server
   * @param targetTemplate the pod template of the revision, if it is still held
   */
  public static Planning plan(
      RollbackRequest request,
      Service service,
      Manifest live,
      Optional<JsonObject> targetTemplate) {
    if (!REVISIONED.contains(service.ref().kind())) {
      return new Planning.Impossible(
          service.ref().describe()
              + " keeps no revisions: only Deployments, StatefulSets and DaemonSets can be taken"
              + " back");
    }
    var target = find(service, request.targetRevision());
    if (target.isEmpty() || targetTemplate.isEmpty()) {
      return new Planning.Impossible(
          "the revision is no longer held by the cluster; `versions %s` lists those that are"
              .formatted(service.ref().name()));
    }
    return new Planning.Planned(
        restore(request, service, live, target.get(), targetTemplate.get()));
  }

  /** The same plan for another reason: only the change-cause that is left behind differs. */
  public static RollbackPlan withReason(RollbackPlan plan, String reason) {
    var request = plan.request().withReason(reason);
    var changeCause =
        ChangeCause.of(plan.from(), plan.to(), request.reason(), plan.target().changeCause());
    var operations =
        new ArrayList<>(
            switch (plan.strategy()) {
              case Strategy.RestoreTemplate restore -> restore.changes();
            });
    operations.add(annotate(plan.live(), changeCause));
    return new RollbackPlan(
        request,
        plan.service(),
        plan.from(),
        plan.target(),
        plan.live(),
        plan.strategy(),
        changeCause,
        operations);
  }

  private static RollbackPlan restore(
      RollbackRequest request,
      Service service,
      Manifest live,
      Revision target,
      JsonObject targetTemplate) {
    var from = running(service, TemplateReader.hash(live.podTemplate()));
    var changeCause =
        ChangeCause.of(from, RevisionPoint.of(target), request.reason(), target.changeCause());
    var template = TemplateReader.plain(targetTemplate);
    var changes =
        JsonDiff.between(
            List.of("spec", "template"), TemplateReader.plain(live.podTemplate()), template);
    var operations = new ArrayList<>(changes);
    operations.add(annotate(live, changeCause));
    return new RollbackPlan(
        request,
        service,
        from,
        target,
        live,
        new Strategy.RestoreTemplate(template, changes),
        changeCause,
        operations);
  }

  /** What runs now; it may be so new that no revision holds it yet. */
  private static RevisionPoint running(Service service, String liveId) {
    return find(service, liveId)
        .map(RevisionPoint::of)
        .orElseGet(() -> new RevisionPoint(liveId, 0, RevisionPoint.text(service.version())));
  }

  private static Optional<Revision> find(Service service, String id) {
    return service.revisions().stream().filter(revision -> revision.id().equals(id)).findFirst();
  }

  private static PatchOperation annotate(Manifest live, String changeCause) {
    boolean annotated =
        live.tree()
            .find("metadata", "annotations")
            .filter(JsonObject.class::isInstance)
            .isPresent();
    return annotated
        ? new PatchOperation.Add(
            List.of("metadata", "annotations", ChangeCause.ANNOTATION), Json.of(changeCause))
        : new PatchOperation.Add(
            List.of("metadata", "annotations"),
            JsonObject.of(ChangeCause.ANNOTATION, Json.of(changeCause)));
  }
}
