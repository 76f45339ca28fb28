package dev.faultline.rollback.runs;

import dev.faultline.rollback.Recovery;
import dev.faultline.rollback.journal.JournalEntry;

/** A rollback that was begun and whose end nobody saw, with what its cluster says of it now. */
public record Interrupted(JournalEntry entry, Recovery.Assessment assessment) {

  /** Whether the change is there and could be taken away again. */
  public boolean mayBeUndone() {
    return switch (assessment) {
      case Recovery.Assessment.AppliedAndReady _, Recovery.Assessment.AppliedNotReady _ -> true;
      case Recovery.Assessment.NeverSent _,
          Recovery.Assessment.Superseded _,
          Recovery.Assessment.Unknown _ ->
          false;
    };
  }

  /** Whether it is known well enough to be closed in the journal. */
  public boolean mayBeClosed() {
    return !(assessment instanceof Recovery.Assessment.Unknown);
  }
}
