package dev.faultline.cluster;

import dev.faultline.model.Manifest;

/** The answer to reading one object. */
public sealed interface Reading {

  /** It is there. */
  record Found(Manifest manifest) implements Reading {}

  /** There is no such object. */
  record Absent() implements Reading {}

  /** We may not read it. */
  record Forbidden(String reason) implements Reading {}

  /** No answer, in time or at all. */
  record Failed(String reason) implements Reading {}
}
