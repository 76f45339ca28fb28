package dev.faultline.timeline;

class BreaksByZone {
  Object now() {
    return java.time.LocalDate.now(java.time.ZoneOffset.UTC);
  }
}
