package dev.faultline.graph.layout;

import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;

/**
 * What an arrow stands for.
 *
 * @param dependency the one it stands for, or of several the first that traffic goes over
 * @param count how many it stands for: several where an end of it is a folded group
 * @param status how the callee does, of several the worst: who calls what fails is hurt
 */
public record EdgeFacts(Dependency dependency, int count, Status status) {}
