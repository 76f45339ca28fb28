package dev.faultline.graph;

import dev.faultline.model.ResourceRef;

/** A workload or Service that is some edges away. */
public record Reached(ResourceRef ref, int distance) {}
