package dev.faultline.timeline;

class BreaksByInstant {
  Object now() {
    return java.time.Instant.now();
  }
}
