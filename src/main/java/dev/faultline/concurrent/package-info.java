/** Work off the caller's thread: bounded in time, cancellable, and never failing silently. */
@org.jspecify.annotations.NullMarked
package dev.faultline.concurrent;
