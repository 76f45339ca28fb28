package dev.faultline.model;

public class BreaksByQuestion {
  public void tree(java.util.List<tools.jackson.databind.JsonNode> nodes) {}
}
