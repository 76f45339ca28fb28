package dev.faultline.rollback.journal;

import dev.faultline.model.ResourceRef;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What the journal tells of the revisions that somebody rolled back from. */
public final class TakenBack {

  private TakenBack() {}

  /**
   * The identities of the service's revisions that were taken back, unless that was undone. An undo
   * says nothing against the revision that it leaves.
   */
  public static Set<String> of(ResourceRef service, List<JournalEntry> journal) {
    var undone = new HashSet<String>();
    done(service, journal).flatMap(entry -> entry.intent().undoOf().stream()).forEach(undone::add);
    var taken = new HashSet<String>();
    done(service, journal)
        .filter(entry -> entry.intent().undoOf().isEmpty() && !undone.contains(entry.id()))
        .forEach(entry -> taken.add(entry.intent().from().id()));
    return Set.copyOf(taken);
  }

  private static Stream<JournalEntry> done(ResourceRef service, List<JournalEntry> journal) {
    return journal.stream()
        .filter(entry -> entry.intent().object().equals(service))
        .filter(JournalEntry::changedTheCluster);
  }
}
