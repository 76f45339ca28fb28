package dev.faultline.ui.diff;

import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Workspace;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * How a side is called.
 *
 * @param name what it is: {@code 1.4.2}
 * @param detail since when, and how long it ran
 * @param title the heading above its text
 */
record SideLabel(String name, String detail, String title) {

  static final SideLabel NONE = new SideLabel("", "", "");

  private static final Duration WEEK = Duration.ofDays(6);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("EEE HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  static SideLabel of(ScreenTools tools, Workspace workspace, ComparedSide side) {
    return switch (side) {
      case ComparedSide.InFile file -> {
        var name = file.file().getFileName().toString();
        yield new SideLabel(name, tools.say("diff.side.file"), file.file().toString());
      }
      case ComparedSide.Live live -> live(tools, workspace.find(live.service()), live.service());
      case ComparedSide.AtRevision at ->
          workspace
              .find(at.service())
              .flatMap(service -> revision(service, at.revision()).map(r -> of(tools, service, r)))
              .orElseGet(() -> gone(tools, at));
    };
  }

  /** The same, where it has to be told of which service it is. */
  SideLabel of(ScreenTools tools, ResourceRef service) {
    return new SideLabel(
        name,
        tools.say("diff.side.of", detail, service.path(), service.cluster()),
        tools.say("diff.side.of", title, service.namespace(), service.cluster()));
  }

  static Optional<Revision> revision(Service service, String id) {
    return service.revisions().stream().filter(r -> r.id().equals(id)).findFirst();
  }

  private static SideLabel live(ScreenTools tools, Optional<Service> service, ResourceRef ref) {
    var version = service.map(found -> found.version().text()).orElse(ref.name());
    return new SideLabel(
        version, tools.say("diff.side.now"), tools.say("diff.title.live", describe(ref)));
  }

  /** A revision of a service, as it is called in its list. */
  static SideLabel of(ScreenTools tools, Service service, Revision revision) {
    var title = describe(service.ref());
    var since = revision.created().map(at -> moment(tools, at));
    if (since.isEmpty()) {
      return new SideLabel(
          revision.version().text(),
          tools.say("diff.side.number", revision.number()),
          tools.say("diff.title.revision", title, revision.version().text()));
    }
    if (revision.current()) {
      return new SideLabel(
          revision.version().text(),
          tools.say("diff.side.current", since.get()),
          tools.say("diff.title.current", title, since.get()));
    }
    var detail =
        ran(service, revision)
            .map(time -> tools.say("diff.side.ran", since.get(), time(time)))
            .orElse(since.get());
    return new SideLabel(
        revision.version().text(), detail, tools.say("diff.title.ran", title, since.get()));
  }

  private static SideLabel gone(ScreenTools tools, ComparedSide.AtRevision at) {
    var id = at.revision().substring(0, Math.min(12, at.revision().length()));
    return new SideLabel(id, tools.say("diff.side.gone"), describe(at.service()));
  }

  /** Until the next revision came; a revision that was taken back to has no such end. */
  private static Optional<Duration> ran(Service service, Revision revision) {
    return revision
        .created()
        .flatMap(
            start ->
                service.revisions().stream()
                    .flatMap(other -> other.created().stream())
                    .filter(other -> other.isAfter(start))
                    .min(Instant::compareTo)
                    .map(end -> Duration.between(start, end)));
  }

  /** {@code Fri 16:30}; the date where the day of the week would not tell. */
  private static String moment(ScreenTools tools, Instant at) {
    boolean lately = Duration.between(at, tools.clock().instant()).compareTo(WEEK) < 0;
    return (lately ? DAY : DATE).format(at);
  }

  /** {@code 3 d 9 h}. */
  private static String time(Duration time) {
    if (time.toHours() >= 24) {
      return time.toDays() + " d " + time.toHoursPart() + " h";
    }
    if (time.toMinutes() >= 60) {
      return time.toHours() + " h " + time.toMinutesPart() + " min";
    }
    return time.toMinutes() >= 2 ? time.toMinutes() + " min" : time.toSeconds() + " s";
  }

  private static String describe(ResourceRef ref) {
    return ref.kind().name() + " " + ref.name();
  }
}
