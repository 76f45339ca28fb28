/** Rollbacks that run in the background of a window, whoever looks on. */
@org.jspecify.annotations.NullMarked
package dev.faultline.rollback.runs;
