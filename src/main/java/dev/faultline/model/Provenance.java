package dev.faultline.model;

/** How an edge is known. */
public enum Provenance {
  /** Traffic was seen, and nothing declares it. */
  OBSERVED,
  /** Traffic was seen, and a setting names it. */
  BOTH,
  /** A setting names it, and no traffic was seen. */
  DECLARED,
  /** A policy permits it; nothing more is known. */
  ALLOWED
}
