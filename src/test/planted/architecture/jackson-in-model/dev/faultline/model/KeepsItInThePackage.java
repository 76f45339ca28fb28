package dev.faultline.model;

class KeepsItInThePackage {
  public tools.jackson.databind.JsonNode tree() {
    return null;
  }
}
