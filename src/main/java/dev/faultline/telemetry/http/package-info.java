/** Telemetry servers reached by their own URL. */
@org.jspecify.annotations.NullMarked
package dev.faultline.telemetry.http;
