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
    CALL,
    /** They call with what comes in from outside the cluster. */
    LET_IN(EdgeClass.INFRASTRUCTURE, Entry.By.OUTSIDE),
    /** They are the API server, which asks, or leads calls on. */
    ASK(EdgeClass.INFRASTRUCTURE, Entry.By.API_SERVER),
    /** They bring the events of a source. */
    FEED(EdgeClass.INFRASTRUCTURE, Entry.By.EVENT_SOURCE),
    /** They ask for metrics, or send traces. */
    MEASURE(EdgeClass.TELEMETRY),
    /** They bring messages. */
    DELIVER(EdgeClass.MESSAGING),
    /** They may call. */
    MAY_CALL;

    private final Optional<EdgeClass> purpose;
    private final Optional<Entry.By> entered;

    Manner() {
      this(Optional.empty(), Optional.empty());
    }

    Manner(EdgeClass purpose) {
      this(Optional.of(purpose), Optional.empty());
    }

    Manner(EdgeClass purpose, Entry.By entered) {
      this(Optional.of(purpose), Optional.of(entered));
    }

    Manner(Optional<EdgeClass> purpose, Optional<Entry.By> entered) {
      this.purpose = purpose;
      this.entered = entered;
    }

    /** What such a call is for, if that tells; else the two ends tell. */
    Optional<EdgeClass> purpose() {
      return purpose;
    }

    /** Who makes the callers call, whether or not they are seen; empty if nobody does. */
    Optional<Entry.By> entered() {
      return entered;
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
