package dev.faultline.model;

public class BreaksByAnswer {
  public tools.jackson.databind.JsonNode tree() {
    return null;
  }
}
