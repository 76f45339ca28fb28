package dev.faultline.diff;

class BreaksByOut {
  void print() {
    System.out.println();
  }
}
