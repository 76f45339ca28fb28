package dev.faultline.model;

/** One step from a state to the next. */
public sealed interface StateChange {

  /** The object is new or different. */
  record Put(ClusterObject object) implements StateChange {}

  /** The object is gone. */
  record Removed(ResourceRef ref) implements StateChange {}

  /** A kind became more, or less, well known. */
  record Covered(Kind kind, Coverage coverage) implements StateChange {}
}
