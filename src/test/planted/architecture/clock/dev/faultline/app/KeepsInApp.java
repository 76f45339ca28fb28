package dev.faultline.app;

class KeepsInApp {
  Object now() {
    return java.time.Clock.systemUTC();
  }
}
