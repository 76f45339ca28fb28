package dev.faultline.model;

class Keeps {
  Object run(java.util.concurrent.Executor executor) {
    return java.util.concurrent.CompletableFuture.runAsync(() -> {}, executor).thenApply(Object::hashCode);
  }
}
