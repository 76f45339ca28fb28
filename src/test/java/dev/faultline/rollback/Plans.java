package dev.faultline.rollback;

import dev.faultline.catalog.RevisionTemplates;
import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.rollback.plan.Planning;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.plan.RollbackPlanner;
import dev.faultline.rollback.plan.RollbackRequest;

/** Plans made from a state, as the engine makes them. */
public final class Plans {

  private Plans() {}

  /** A plan to bring a version back. */
  public static RollbackPlan of(
      ClusterState state, Manifest live, String version, RollbackRequest.Options options) {
    return of(state, live, version, "payments fail", options);
  }

  public static RollbackPlan of(
      ClusterState state,
      Manifest live,
      String version,
      String reason,
      RollbackRequest.Options options) {
    var service = service(state, live.ref(state.cluster()));
    var target = revision(service, version);
    var request = RollbackRequest.of(service.ref(), target.id(), reason, options);
    var template = RevisionTemplates.of(state, target);
    return ((Planning.Planned) RollbackPlanner.plan(request, service, live, template)).plan();
  }

  public static Service service(ClusterState state, ResourceRef ref) {
    return ServiceCatalog.of(state).find(ref).orElseThrow();
  }

  public static Revision revision(Service service, String version) {
    return service.revisions().stream()
        .filter(revision -> revision.version().text().equals(version))
        .findFirst()
        .orElseThrow(() -> new AssertionError(version + " is not among " + service.revisions()));
  }
}
