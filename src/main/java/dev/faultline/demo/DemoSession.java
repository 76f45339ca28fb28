package dev.faultline.demo;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.Write;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A demo that lives on between runs of the command line: what was done to it is written down, and
 * done again at the same simulated moment when it is opened next. After a while it starts afresh.
 */
public final class DemoSession {

  private static final Logger LOG = LoggerFactory.getLogger(DemoSession.class);

  /**
   * Long enough to read the journal and undo; short enough that tomorrow starts with an incident.
   */
  private static final Duration LIFETIME = Duration.ofHours(1);

  private DemoSession() {}

  /** The incident, or what has become of it since. */
  public static LinkedCluster open(Path file, InstantSource wall) {
    var record = new DemoRecord(file);
    var past = record.read().filter(kept -> isYoung(kept.start(), wall.instant()));
    var start = past.map(DemoRecord.Kept::start).orElseGet(wall::instant);
    var time = new SteeredTime(wall, start);
    var clock = DemoClock.following(time);
    var cluster = DemoCluster.incident(clock);
    past.ifPresent(kept -> kept.writes().forEach(done -> again(cluster, clock, time, done)));
    time.letGo();
    clock.advance(Duration.ZERO);
    var linked = cluster.linked();
    return new LinkedCluster(
        linked.source(),
        new RecordedActions(linked.actions(), write -> keep(record, start, wall.instant(), write)),
        linked.safety());
  }

  private static boolean isYoung(Instant start, Instant now) {
    return !start.isAfter(now) && start.plus(LIFETIME).isAfter(now);
  }

  private static void again(
      DemoCluster cluster, DemoClock clock, SteeredTime time, DemoRecord.Done done) {
    time.moveTo(done.at());
    clock.advance(Duration.ZERO);
    cluster.actions().write(DemoRecord.fitted(done.write(), cluster.actions()));
  }

  private static void keep(DemoRecord record, Instant start, Instant at, Write write) {
    try {
      record.append(start, new DemoRecord.Done(at, write));
    } catch (IOException e) {
      LOG.warn("The demo will not remember this: its file can't be written", e);
    }
  }

  /** The wall clock's time, but held back while the past is gone through again. */
  private static final class SteeredTime implements InstantSource {
    private final InstantSource wall;
    private volatile Instant held;
    private volatile boolean free;

    SteeredTime(InstantSource wall, Instant start) {
      this.wall = wall;
      this.held = start;
    }

    void moveTo(Instant moment) {
      held = moment;
    }

    void letGo() {
      free = true;
    }

    @Override
    public Instant instant() {
      return free ? wall.instant() : held;
    }
  }
}
