package dev.faultline.ui.service;

import dev.faultline.catalog.ServiceEvents;
import dev.faultline.model.ClusterEvent;
import dev.faultline.model.Pod;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.rollback.plan.Candidates;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.util.List;
import java.util.Optional;

/**
 * One service as its page shows it, at one moment.
 *
 * @param elsewhere services of the same name in other namespaces and clusters
 * @param lastGood the revision that is proposed to go back to
 */
record ServicePage(
    Service service,
    ClusterPicture picture,
    List<VersionRow> versions,
    List<ClusterEvent> events,
    List<Service> elsewhere,
    Optional<Revision> lastGood) {

  static ServicePage of(
      Service service, ClusterPicture picture, Workspace workspace, Candidates back) {
    var proposed = back.proposed().map(candidate -> candidate.revision());
    return new ServicePage(
        service,
        picture,
        VersionRow.all(service, proposed),
        ServiceEvents.of(picture.state(), service),
        workspace
            .services()
            .filter(other -> other.ref().name().equals(service.ref().name()))
            .filter(other -> other.ref().kind().equals(service.ref().kind()))
            .filter(other -> !other.ref().equals(service.ref()))
            .toList(),
        proposed);
  }

  /** The revision that a pod runs, as far as the controller's marks tell. */
  Optional<Revision> revisionOf(Pod pod) {
    return service.revisions().stream()
        .filter(revision -> isMarked(pod, revision))
        .findFirst()
        .or(() -> service.revisions().size() == 1 ? service.currentRevision() : Optional.empty());
  }

  private static boolean isMarked(Pod pod, Revision revision) {
    var mark = pod.templateHash();
    var holder = revision.heldBy().name();
    return !mark.isEmpty() && (holder.equals(mark) || holder.endsWith("-" + mark));
  }
}
