package dev.faultline.model;

class Keeps {
  static final java.util.List<String> NAMES = java.util.List.of("one");

  enum Phase {
    PENDING
  }

  int order(Phase phase) {
    assert phase != null;
    return switch (phase) {
      case PENDING -> 1;
    };
  }
}
