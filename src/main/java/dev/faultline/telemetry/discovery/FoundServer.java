package dev.faultline.telemetry.discovery;

import dev.faultline.model.ResourceRef;
import dev.faultline.telemetry.TelemetryKind;

/** A port of a Service behind which a telemetry server seems to be. */
public record FoundServer(TelemetryKind kind, ResourceRef service, int port, boolean tls) {}
