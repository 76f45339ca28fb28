package dev.faultline.ui.service;

import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One revision in the list of versions.
 *
 * @param until when the next one took its place; empty if it runs, or that can't be told
 * @param lastGood whether it is the one that is proposed to go back to
 */
record VersionRow(Service service, Revision revision, Optional<Instant> until, boolean lastGood) {

  static List<VersionRow> all(Service service, Optional<Revision> lastGood) {
    var rows = new ArrayList<VersionRow>();
    Optional<Instant> newer = Optional.empty();
    for (Revision revision : service.revisions()) {
      rows.add(
          new VersionRow(
              service,
              revision,
              revision.current() ? Optional.empty() : newer,
              lastGood.filter(good -> good.id().equals(revision.id())).isPresent()));
      newer = revision.created();
    }
    return List.copyOf(rows);
  }

  /** How long it ran, or has been running; empty if the cluster does not tell. */
  Optional<Duration> ran(Instant now) {
    var end = revision.current() ? Optional.of(now) : until;
    return revision
        .created()
        .flatMap(start -> end.map(stop -> Duration.between(start, stop)))
        .filter(time -> !time.isNegative());
  }

  /** The revision before it, in the order of the list. */
  Optional<Revision> predecessor() {
    var all = service.revisions();
    int at = all.indexOf(revision);
    return at >= 0 && at + 1 < all.size() ? Optional.of(all.get(at + 1)) : Optional.empty();
  }

  String number() {
    return revision.number() > 0 ? "#" + revision.number() : "–";
  }

  /** {@code sha256:9b41…}, the first of what really ran. */
  String digest() {
    return revision.digests().stream()
        .findFirst()
        .map(digest -> digest.length() > 15 ? digest.substring(0, 15) + "…" : digest)
        .orElse("–");
  }
}
