package dev.faultline.demo;

import java.time.Duration;
import java.util.List;

/** Payment reads the size of its connection pool at its start, and gives up at a size of none. */
final class PaymentProgram implements Program {

  @Override
  public Run start(Start start) {
    var pool = start.environment().getOrDefault("DB_POOL", "10");
    var hello = "INFO  payment " + start.version() + " starting";
    if (Integer.parseInt(pool) < 1) {
      return new Run.Crashes(
          Duration.ofMillis(1_900),
          1,
          "Error",
          List.of(
              hello,
              "INFO  ledger: opening the connection pool, DB_POOL=" + pool,
              "FATAL ledger: DB_POOL must be at least 1, was " + pool + "; payment cannot start"));
    }
    return new Run.Runs(
        Duration.ofSeconds(2),
        List.of(
            hello,
            "INFO  ledger: pool of " + pool + " connections is open",
            "INFO  listening on :8080"));
  }
}
