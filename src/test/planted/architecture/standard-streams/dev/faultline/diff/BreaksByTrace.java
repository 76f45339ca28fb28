package dev.faultline.diff;

class BreaksByTrace {
  void print(Exception e) {
    e.printStackTrace();
  }
}
