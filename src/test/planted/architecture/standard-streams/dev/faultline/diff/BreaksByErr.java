package dev.faultline.diff;

class BreaksByErr {
  void print() {
    System.err.println();
  }
}
