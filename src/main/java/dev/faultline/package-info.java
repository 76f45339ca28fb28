/** Faultline: which change broke the cluster, and how to take it back safely. */
@org.jspecify.annotations.NullMarked
package dev.faultline;
