package dev.faultline.model;

class BreaksByCache {
  private static final java.util.HashMap<String, String> CACHE = new java.util.HashMap<>();
}
