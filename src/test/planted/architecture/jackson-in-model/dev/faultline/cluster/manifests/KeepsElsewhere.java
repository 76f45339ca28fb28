package dev.faultline.cluster.manifests;

class KeepsElsewhere {
  public tools.jackson.databind.JsonNode tree() {
    return null;
  }
}
