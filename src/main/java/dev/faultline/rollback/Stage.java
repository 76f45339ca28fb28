package dev.faultline.rollback;

/** Where in its life a rollback is; it only ever goes on, one stage at a time, or ends. */
public enum Stage {
  /** Previewed; nothing was done. */
  PLANNED,
  /** Somebody said yes. */
  CONFIRMED,
  /** What is meant stands in the journal. */
  JOURNALLED,
  /** The cluster has the change. */
  APPLIED,
  /** What comes of it is watched. */
  VERIFYING,
  /** Over, one way or the other. */
  ENDED
}
