package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.model.Evidence;
import dev.faultline.model.ResourceRef;
import java.util.Comparator;

/**
 * What several workloads may read together: a configuration as a whole, or one file of it.
 *
 * @param key of the file; empty for the whole
 */
record Part(ResourceRef configuration, String key) {

  static final Comparator<Part> ORDER =
      Comparator.comparing(Part::configuration).thenComparing(Part::key);

  static Part whole(ResourceRef configuration) {
    return new Part(configuration, "");
  }

  boolean isWhole() {
    return key.isEmpty();
  }

  boolean holds(Evidence evidence) {
    return isWhole() || ConfigPlace.key(evidence.place()).equals(key);
  }
}
