package dev.faultline.model;

class BreaksByField {
  static int count;
}
