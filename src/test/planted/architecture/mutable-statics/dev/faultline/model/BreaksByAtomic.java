package dev.faultline.model;

class BreaksByAtomic {
  private static final java.util.concurrent.atomic.AtomicInteger COUNT =
      new java.util.concurrent.atomic.AtomicInteger();
}
