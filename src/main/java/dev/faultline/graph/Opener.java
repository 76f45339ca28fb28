package dev.faultline.graph;

import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells who opens the connections that a routing object speaks of: a route by itself calls nobody.
 */
interface Opener {

  /** The kinds of objects that it knows. */
  Set<Kind> kinds();

  Opened of(OtherObject route);

  /** Whether it speaks of this evidence; several may share the objects of a kind. */
  default boolean concerns(Evidence evidence) {
    return true;
  }

  /** The evidence as it counts beside other objects, such as one that must let it through. */
  default Evidence judge(Evidence evidence) {
    return evidence;
  }

  /** What the object says of its callers. */
  enum Manner {
    /** They call, for their own purpose. */
    CALL(Optional.empty()),
    /** They call with what comes in from outside the cluster. */
    LET_IN(Optional.of(EdgeClass.INFRASTRUCTURE)),
    /** They ask for metrics, or send traces. */
    MEASURE(Optional.of(EdgeClass.TELEMETRY)),
    /** They bring messages. */
    DELIVER(Optional.of(EdgeClass.MESSAGING)),
    /** They may call. */
    MAY_CALL(Optional.empty());

    private final Optional<EdgeClass> purpose;

    Manner(Optional<EdgeClass> purpose) {
      this.purpose = purpose;
    }

    /** What such a call is for, if that tells; else the two ends tell. */
    Optional<EdgeClass> purpose() {
      return purpose;
    }
  }

  /**
   * Who opens them.
   *
   * @param callers as far as they can be seen
   * @param hosts whoever calls one of these, as seen from the object, opens them as well
   * @param doubt why the callers may not call after all
   */
  record Opened(List<Runner> callers, Manner manner, List<String> hosts, Optional<String> doubt) {
    public Opened {
      callers = List.copyOf(callers);
      hosts = List.copyOf(hosts);
    }

    Opened(List<Runner> callers, Manner manner, List<String> hosts) {
      this(callers, manner, hosts, Optional.empty());
    }

    Opened(List<Runner> callers, Manner manner) {
      this(callers, manner, List.of(), Optional.empty());
    }
  }
}
