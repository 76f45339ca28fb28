package dev.faultline.rollback.journal;

/** Whether a line is safely on the disk. */
public sealed interface JournalWrite {

  /** It is. */
  record Kept() implements JournalWrite {}

  /** It is not, and why; a clause that fits after "the journal can't be written". */
  record NotKept(String reason) implements JournalWrite {}
}
