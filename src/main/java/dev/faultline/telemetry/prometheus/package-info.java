/** Prometheus and what speaks its query interface: Thanos, Mimir, VictoriaMetrics. */
@org.jspecify.annotations.NullMarked
package dev.faultline.telemetry.prometheus;
