package dev.faultline.model;

import java.util.List;

/** An object of a kind that has no record of its own: routes, policies, autoscalers, nodes. */
public record OtherObject(ObjectMeta meta, CompactManifest manifest, List<Evidence> evidence)
    implements ClusterObject {

  public OtherObject {
    evidence = List.copyOf(evidence);
  }
}
