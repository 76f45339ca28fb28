package dev.faultline.model.traffic;

/** What a source counts; the more telling first. */
public enum TrafficUnit {
  REQUESTS("req/s"),
  CONNECTIONS("conn/s"),
  FLOWS("flows/s"),
  BYTES("B/s");

  private final String symbol;

  TrafficUnit(String symbol) {
    this.symbol = symbol;
  }

  /** Behind a number: {@code req/s}. */
  public String symbol() {
    return symbol;
  }
}
