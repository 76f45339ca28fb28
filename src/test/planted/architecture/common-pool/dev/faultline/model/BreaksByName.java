package dev.faultline.model;

class BreaksByName {
  Object pool() {
    return java.util.concurrent.ForkJoinPool.commonPool();
  }
}
