package dev.faultline.graph.layout;

import dev.faultline.model.ResourceRef;
import java.util.Map;
import java.util.Optional;

/**
 * Which frame each service lies in.
 *
 * @param chosen by what else than its namespace; a service that is not among them lies with those
 *     of its namespace
 */
public record Groups(Map<ResourceRef, GroupId> chosen) {

  public static final Groups NAMESPACES = new Groups(Map.of());

  public Groups {
    chosen = Map.copyOf(chosen);
  }

  public GroupId of(ResourceRef service) {
    var other = chosen.get(service);
    return other == null ? GroupId.namespace(service.cluster(), service.namespace()) : other;
  }

  /** The group that a node of a service, or a folded group itself, belongs to. */
  public Optional<GroupId> of(MapSubject subject) {
    return switch (subject) {
      case MapSubject.InCluster in -> Optional.of(of(in.ref()));
      case MapSubject.Folded folded -> Optional.of(folded.group());
      case MapSubject.Outside _ -> Optional.empty();
    };
  }
}
