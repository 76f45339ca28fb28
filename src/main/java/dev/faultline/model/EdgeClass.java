package dev.faultline.model;

/** What an edge is for. */
public enum EdgeClass {
  APPLICATION,
  STORE,
  MESSAGING,
  TELEMETRY,
  INFRASTRUCTURE,
  EXTERNAL
}
