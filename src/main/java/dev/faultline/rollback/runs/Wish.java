package dev.faultline.rollback.runs;

import dev.faultline.model.ResourceRef;

/** What somebody wants to see prepared. */
public sealed interface Wish {

  ResourceRef service();

  /** Back to a revision, by its identity. */
  record BackTo(ResourceRef service, String revision) implements Wish {}

  /** An earlier rollback undone, by its name in the journal. */
  record Undo(ResourceRef service, String journalId) implements Wish {}
}
