/** Zipkin. */
@org.jspecify.annotations.NullMarked
package dev.faultline.telemetry.zipkin;
