package dev.faultline.workspace;

import dev.faultline.telemetry.LastingTraffic;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import dev.faultline.telemetry.TrafficSource;
import dev.faultline.workspace.TrafficChoice.Place;

/**
 * One telemetry server that is asked in rounds, or the place where one may be some day. One that
 * only looks like a server and never answered is no more missed than one that is not there: nobody
 * asked for it. One thread at a time.
 */
final class PolledServer {

  /** In rounds: a server that is installed meanwhile is found within five minutes. */
  private static final int ROUNDS_WITHOUT = 10;

  private final Place place;
  private final TrafficSource source;
  private int rest;
  private TrafficReading last = new TrafficReading.Absent("", "");

  PolledServer(Place place, TrafficSource source) {
    this.place = place;
    this.source = new LastingTraffic(source);
  }

  /** Asks, or says again what was said while it is left in peace. */
  TrafficReading read(TrafficQuestion question) throws InterruptedException {
    if (rest > 0) {
      rest--;
      return last;
    }
    last = missed(source.read(question));
    rest = last instanceof TrafficReading.Absent ? ROUNDS_WITHOUT : 0;
    return last;
  }

  private TrafficReading missed(TrafficReading reading) {
    return place instanceof Place.InCluster && reading instanceof TrafficReading.Unanswered none
        ? new TrafficReading.Absent(none.source(), none.reason())
        : reading;
  }
}
