package dev.faultline.model;

class BreaksByThen {
  Object run(java.util.concurrent.CompletableFuture<String> future) {
    return future.thenApplyAsync(String::trim);
  }
}
