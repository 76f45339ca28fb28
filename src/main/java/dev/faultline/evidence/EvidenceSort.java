package dev.faultline.evidence;

import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import java.util.List;
import java.util.Optional;

/** Names of the readers of routing objects, and what an edge that only they speak of is for. */
public final class EvidenceSort {

  public static final String INGRESS = "ingress";
  public static final String GATEWAY = "gateway";

  private EvidenceSort() {}

  /** What all of the evidence says the edge is for; empty if its sort does not tell. */
  public static Optional<EdgeClass> purpose(List<Evidence> evidence) {
    var purposes = evidence.stream().map(one -> purpose(one.reader())).distinct().toList();
    return purposes.size() == 1 ? purposes.getFirst() : Optional.empty();
  }

  private static Optional<EdgeClass> purpose(String reader) {
    return switch (reader) {
      case INGRESS, GATEWAY -> Optional.of(EdgeClass.INFRASTRUCTURE);
      default -> Optional.empty();
    };
  }
}
