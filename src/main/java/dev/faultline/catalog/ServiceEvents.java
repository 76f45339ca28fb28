package dev.faultline.catalog;

import dev.faultline.model.ClusterEvent;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.Service;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;

/** What the cluster said lately of a service: of its workload, its revisions and its pods. */
public final class ServiceEvents {

  private ServiceEvents() {}

  /** The newest first. */
  public static List<ClusterEvent> of(ClusterState state, Service service) {
    var ours = new HashSet<String>();
    ours.add(service.ref().name());
    service.pods().forEach(pod -> ours.add(pod.ref().name()));
    service.revisions().forEach(revision -> ours.add(revision.heldBy().name()));
    return state.list(Kind.EVENT, service.ref().namespace()).stream()
        .filter(ClusterEvent.class::isInstance)
        .map(ClusterEvent.class::cast)
        .filter(event -> ours.contains(event.regarding().name()))
        .sorted(Comparator.comparing(ServiceEvents::time).reversed())
        .toList();
  }

  /** When it was said last. */
  public static Instant time(ClusterEvent event) {
    return event.last().or(event::first).orElse(Instant.EPOCH);
  }
}
