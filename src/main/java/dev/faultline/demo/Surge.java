package dev.faultline.demo;

import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;

/**
 * How many pods a rolling update may have too many and too few, resolved as the Deployment
 * controller does: a percentage of the wanted replicas, surge rounded up, unavailable down, and one
 * unavailable if both come to nothing (there would be no way forward).
 */
record Surge(int maxSurge, int maxUnavailable) {

  static Surge resolve(String maxSurge, String maxUnavailable, int replicas) {
    int surge = scaled(maxSurge, replicas, true);
    int unavailable = scaled(maxUnavailable, replicas, false);
    if (surge == 0 && unavailable == 0) {
      unavailable = 1;
    }
    return new Surge(surge, Math.min(unavailable, replicas));
  }

  /** Of a Deployment; one that recreates knows neither, as in the controller. */
  static Surge of(Manifest deployment) {
    int replicas = Trees.number(deployment.spec(), 1, "replicas");
    JsonObject strategy = deployment.spec().object("strategy");
    if (strategy.text("type").orElse("RollingUpdate").equals("Recreate")) {
      return new Surge(0, 0);
    }
    return resolve(
        strategy.text("rollingUpdate", "maxSurge").orElse("25%"),
        strategy.text("rollingUpdate", "maxUnavailable").orElse("25%"),
        replicas);
  }

  private static int scaled(String value, int replicas, boolean up) {
    if (!value.endsWith("%")) {
      return Integer.parseInt(value);
    }
    int percent = Integer.parseInt(value.substring(0, value.length() - 1));
    return up ? Math.ceilDiv(percent * replicas, 100) : Math.floorDiv(percent * replicas, 100);
  }
}
