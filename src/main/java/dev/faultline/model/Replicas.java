package dev.faultline.model;

/** How many pods are wanted and how far they are. */
public record Replicas(int wanted, int current, int updated, int ready, int available) {

  public static final Replicas NONE = new Replicas(0, 0, 0, 0, 0);
}
