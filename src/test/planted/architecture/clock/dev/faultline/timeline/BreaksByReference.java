package dev.faultline.timeline;

class BreaksByReference {
  java.util.function.Supplier<java.time.Instant> now = java.time.Instant::now;
}
