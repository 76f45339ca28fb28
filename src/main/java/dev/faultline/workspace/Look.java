package dev.faultline.workspace;

/** How closely clusters are looked at. */
public enum Look {
  /** Once, and only what a list of services tells: no manifests, and nothing they name. */
  SUMMARY,
  /** Once, whole. */
  ONCE,
  /** Whole, and every change from then on. */
  FOLLOW
}
