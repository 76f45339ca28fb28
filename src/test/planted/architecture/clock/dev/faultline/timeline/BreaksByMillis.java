package dev.faultline.timeline;

class BreaksByMillis {
  long now() {
    return System.currentTimeMillis();
  }
}
