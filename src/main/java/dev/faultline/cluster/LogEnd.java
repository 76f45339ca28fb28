package dev.faultline.cluster;

/** Why no more log lines come. */
public sealed interface LogEnd {

  /** The container ended; this was its last line. */
  record Ended() implements LogEnd {}

  /** There are none to be had, or the link broke, and why. */
  record Unavailable(String reason) implements LogEnd {}
}
