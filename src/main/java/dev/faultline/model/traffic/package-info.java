/** Traffic as a source of telemetry reports it, before it is known which workloads it means. */
@org.jspecify.annotations.NullMarked
package dev.faultline.model.traffic;
