package dev.faultline.rollback.plan;

import dev.faultline.model.ClusterEvent;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import java.util.Set;
import java.util.stream.Collectors;

/** What the events that a cluster still keeps tell of revisions whose pods are gone. */
public final class Crashes {

  /** Said of a container that crashes or whose image can't be pulled; not of one that stops. */
  private static final String BACK_OFF = "BackOff";

  private Crashes() {}

  /** The identities of the service's revisions whose pods were started over and over. */
  public static Set<String> of(ClusterState state, Service service) {
    var pods =
        state.list(Kind.EVENT, service.ref().namespace()).stream()
            .filter(ClusterEvent.class::isInstance)
            .map(ClusterEvent.class::cast)
            .filter(event -> event.reason().equals(BACK_OFF))
            .map(ClusterEvent::regarding)
            .filter(pod -> pod.kind().equals(Kind.POD))
            .map(pod -> pod.name())
            .collect(Collectors.toSet());
    return service.revisions().stream()
        .filter(revision -> revision.heldBy().kind().equals(Kind.REPLICA_SET))
        .filter(revision -> pods.stream().anyMatch(pod -> isOf(pod, revision)))
        .map(Revision::id)
        .collect(Collectors.toUnmodifiableSet());
  }

  /** A ReplicaSet names its pods after itself, with five characters more. */
  private static boolean isOf(String pod, Revision revision) {
    var prefix = revision.heldBy().name() + "-";
    return pod.startsWith(prefix) && pod.indexOf('-', prefix.length()) < 0;
  }
}
