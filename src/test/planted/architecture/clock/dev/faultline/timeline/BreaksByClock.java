package dev.faultline.timeline;

class BreaksByClock {
  Object now() {
    return java.time.Clock.systemUTC();
  }
}
