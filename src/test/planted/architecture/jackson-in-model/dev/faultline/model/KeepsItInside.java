package dev.faultline.model;

public class KeepsItInside {
  private tools.jackson.databind.JsonNode tree() {
    return null;
  }
}
