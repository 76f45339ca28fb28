/**
 * The test cluster as tests see it: a real control plane, built and started once, from {@code
 * src/test/cluster}.
 */
@NullMarked
package dev.faultline.realcluster;

import org.jspecify.annotations.NullMarked;
