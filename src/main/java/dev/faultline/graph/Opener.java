package dev.faultline.graph;

import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import java.util.List;
import java.util.Set;

/**
 * Tells who opens the connections that a routing object speaks of: a route by itself calls nobody.
 */
interface Opener {

  /** The kinds of objects that it knows. */
  Set<Kind> kinds();

  Opened of(OtherObject route);

  /** The evidence as it counts beside other objects, such as one that must let it through. */
  default Evidence judge(Evidence evidence) {
    return evidence;
  }

  /**
   * Who opens them.
   *
   * @param callers as far as they can be seen
   * @param fromOutside whether what comes this way enters the cluster here
   */
  record Opened(List<Runner> callers, boolean fromOutside) {
    public Opened {
      callers = List.copyOf(callers);
    }
  }
}
