/** The port to whatever has seen traffic between workloads, and what is common to its adapters. */
@org.jspecify.annotations.NullMarked
package dev.faultline.telemetry;
