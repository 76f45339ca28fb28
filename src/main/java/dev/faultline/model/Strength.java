package dev.faultline.model;

/** How much a piece of evidence proves; in rising order. */
public enum Strength {
  /** A mention: in prose, a shared file, a switched-off setting. Kept, not drawn at first. */
  WEAK,
  /** A setting that names the service. */
  FIRM,
  /** An address with a port or scheme, or traffic that was seen. */
  STRONG
}
