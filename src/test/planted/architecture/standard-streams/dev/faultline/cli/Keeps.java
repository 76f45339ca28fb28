package dev.faultline.cli;

class Keeps {
  void print() {
    System.out.println();
  }
}
