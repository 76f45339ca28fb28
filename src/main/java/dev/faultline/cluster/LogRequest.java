package dev.faultline.cluster;

import dev.faultline.model.ResourceRef;

/**
 * Which lines of which container.
 *
 * @param previous of the run before the current one
 * @param lastLines how many lines from the end
 */
public record LogRequest(ResourceRef pod, String container, boolean previous, int lastLines) {}
