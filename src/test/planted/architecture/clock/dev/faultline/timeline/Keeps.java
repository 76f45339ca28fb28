package dev.faultline.timeline;

class Keeps {
  Object now(java.time.Clock clock) {
    return java.time.Instant.now(clock);
  }
}
