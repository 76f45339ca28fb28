package dev.faultline.graph.layout;

import dev.faultline.model.ClusterId;
import dev.faultline.model.ResourceRef;
import java.util.Comparator;
import java.util.Optional;

/**
 * One side of a comparison of two maps.
 *
 * @param namespace empty for the whole cluster
 */
public record MapSide(ClusterId cluster, Optional<String> namespace)
    implements Comparable<MapSide> {

  boolean holds(ResourceRef ref) {
    return ref.cluster().equals(cluster)
        && namespace.map(ref.namespace()::equals).orElse(Boolean.TRUE);
  }

  @Override
  public int compareTo(MapSide other) {
    return Comparator.comparing(MapSide::cluster)
        .thenComparing(side -> side.namespace().orElse(""))
        .compare(this, other);
  }
}
