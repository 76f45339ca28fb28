package dev.faultline.model;

class BreaksByArray {
  static final String[] NAMES = {"one"};
}
