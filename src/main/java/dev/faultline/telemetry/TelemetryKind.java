package dev.faultline.telemetry;

/** The kinds of servers that know of traffic. */
public enum TelemetryKind {
  PROMETHEUS("Prometheus"),
  ZIPKIN("Zipkin"),
  JAEGER("Jaeger");

  private final String title;

  TelemetryKind(String title) {
    this.title = title;
  }

  /** Its name, as its makers write it. */
  public String title() {
    return title;
  }
}
