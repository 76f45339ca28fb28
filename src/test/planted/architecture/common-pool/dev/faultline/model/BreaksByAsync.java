package dev.faultline.model;

class BreaksByAsync {
  Object run() {
    return java.util.concurrent.CompletableFuture.runAsync(() -> {});
  }
}
