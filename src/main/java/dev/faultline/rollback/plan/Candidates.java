package dev.faultline.rollback.plan;

import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The revisions that a service could go back to, and the one that is proposed: the last known good.
 *
 * <p>The cluster does not keep the health of pods that are gone. So "good" is what can be told: it
 * ran before what runs now, for more than a few minutes, nobody took it back, no event tells of its
 * pods crashing, and none that is there is unwell.
 *
 * @param all newest first, without what runs now
 * @param proposed the best of them, if any may be proposed
 */
public record Candidates(List<Candidate> all, Optional<Candidate> proposed) {

  public Candidates {
    all = List.copyOf(all);
  }

  /**
   * Looks through the revisions that the cluster still holds.
   *
   * @param takenBack identities of revisions that were rolled back from
   * @param crashed identities of revisions whose pods were seen to crash
   */
  public static Candidates of(Service service, Set<String> takenBack, Set<String> crashed) {
    var all = new ArrayList<Candidate>();
    var newer = Optional.<Revision>empty();
    for (Revision revision : service.revisions()) {
      if (!revision.current()) {
        all.add(candidate(revision, newer, takenBack, crashed));
      }
      newer = Optional.of(revision);
    }
    return new Candidates(all, propose(service, all));
  }

  public Optional<Candidate> find(String revision) {
    return all.stream().filter(one -> one.revision().id().equals(revision)).findFirst();
  }

  /** Its successor's birth was its end, unless the successor is older and was brought back. */
  private static Candidate candidate(
      Revision revision, Optional<Revision> newer, Set<String> takenBack, Set<String> crashed) {
    Optional<Instant> until =
        revision
            .created()
            .flatMap(start -> newer.flatMap(Revision::created).filter(end -> !end.isBefore(start)));
    return new Candidate(
        revision,
        revision.created(),
        until,
        takenBack.contains(revision.id()),
        crashed.contains(revision.id()));
  }

  private static Optional<Candidate> propose(Service service, List<Candidate> all) {
    var earlier =
        all.stream()
            .filter(one -> isEarlier(service, one.revision()))
            .filter(one -> !one.takenBack() && !one.crashed() && !one.isSeenUnwell())
            .toList();
    return earlier.stream()
        .filter(one -> one.isSeenWell() || !one.ranBriefly())
        .findFirst()
        .or(() -> earlier.stream().findFirst());
  }

  private static boolean isEarlier(Service service, Revision revision) {
    return service
        .currentRevision()
        .filter(current -> current.number() > 0 && revision.number() > current.number())
        .isEmpty();
  }
}
