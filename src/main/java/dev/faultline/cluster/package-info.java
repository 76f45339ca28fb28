/** The two ports to a cluster: its state, and what may be done to it. */
@org.jspecify.annotations.NullMarked
package dev.faultline.cluster;
