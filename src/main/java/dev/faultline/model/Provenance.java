package dev.faultline.model;

/** How an edge is known. */
public enum Provenance {
  OBSERVED,
  DECLARED,
  ALLOWED
}
