package dev.faultline.telemetry.prometheus;

import dev.faultline.model.traffic.TrafficPeer;
import java.util.Optional;

/** Between whom one series counts. */
sealed interface Ends {

  /**
   * From a caller to a callee.
   *
   * @param directed whether it is known which of them opens the connections
   * @param vantage who counted: caller and callee may both count the same calls, which are then not
   *     added up
   */
  record Between(TrafficPeer caller, TrafficPeer callee, boolean directed, String vantage)
      implements Ends {}

  /** It counts the way back of what another series counts. */
  record WayBack() implements Ends {}

  /** It does not name both. */
  record Unnamed() implements Ends {}

  /** The caller opens the connections, if both are named. */
  static Ends directed(Optional<TrafficPeer> caller, Optional<TrafficPeer> callee, String vantage) {
    return of(caller, callee, true, vantage);
  }

  static Ends of(
      Optional<TrafficPeer> caller,
      Optional<TrafficPeer> callee,
      boolean directed,
      String vantage) {
    return caller.isPresent() && callee.isPresent()
        ? new Between(caller.get(), callee.get(), directed, vantage)
        : new Unnamed();
  }
}
