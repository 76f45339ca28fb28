package dev.faultline.evidence;

import dev.faultline.model.NamedHost;

/** A host found in a text, and in which form it was written. */
record Mention(NamedHost host, Form form) {

  /** How much the form itself says. */
  enum Form {
    /** {@code scheme://host}. */
    URL,
    /** {@code host:port}. */
    HOST_PORT,
    /** {@code host:$(PORT)}, with a port that is not known here. */
    UNKNOWN_PORT,
    /** {@code name.namespace.svc}. */
    QUALIFIED
  }
}
