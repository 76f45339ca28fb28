/** Which Services of a cluster are telemetry servers. */
@org.jspecify.annotations.NullMarked
package dev.faultline.telemetry.discovery;
