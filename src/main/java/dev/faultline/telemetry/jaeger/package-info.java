/** Jaeger. */
@org.jspecify.annotations.NullMarked
package dev.faultline.telemetry.jaeger;
