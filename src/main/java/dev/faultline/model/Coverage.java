package dev.faultline.model;

import java.time.Instant;

/** How far the objects of one kind are known; what is not known must not look healthy. */
public sealed interface Coverage {

  /** Listed, and watched where the source watches. */
  record Live() implements Coverage {}

  /** Asked for, no answer yet. */
  record Loading() implements Coverage {}

  /** Was live; the link broke. */
  record Stale(Instant since, String reason) implements Coverage {}

  /** We may not read it, in some namespaces or in all. */
  record Forbidden(String reason) implements Coverage {}

  /** This cluster does not serve the kind, or the source does not carry it. */
  record NotServed() implements Coverage {}
}
