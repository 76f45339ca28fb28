/** Watching a change to its end: what the cluster must show before it counts as done. */
@org.jspecify.annotations.NullMarked
package dev.faultline.rollback.watch;
