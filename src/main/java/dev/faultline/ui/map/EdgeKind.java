package dev.faultline.ui.map;

import dev.faultline.model.Dependency;

/** How an arrow is drawn, by what is known of it; in the order of the legend. */
enum EdgeKind {
  /** Traffic goes over it, and nothing declares it. */
  OBSERVED,
  /** Traffic goes over it, and a setting names it. */
  BOTH,
  /** Traffic went over it, and none does now. */
  QUIET,
  /** A setting names it, and no traffic was seen. */
  DECLARED,
  /** A policy permits it; nothing more is known. */
  ALLOWED;

  static EdgeKind of(Dependency dependency) {
    if (dependency.isQuiet()) {
      return QUIET;
    }
    return switch (dependency.provenance()) {
      case OBSERVED -> OBSERVED;
      case BOTH -> BOTH;
      case DECLARED -> DECLARED;
      case ALLOWED -> ALLOWED;
    };
  }
}
