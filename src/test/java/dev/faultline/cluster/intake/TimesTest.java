package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "2026-01-31T03:15:00Z, 2026-01-31T03:15:00Z",
    "2024-02-29T23:59:59Z, 2024-02-29T23:59:59Z",
    "2026-01-31T24:00:00Z, 2026-02-01T00:00:00Z",
    "2026-01-31T03:15:00.123456Z, 2026-01-31T03:15:00.123456Z",
    "2026-01-31T03:15:00+02:00, 2026-01-31T01:15:00Z"
  })
  void everyFormInWhichAnApiServerWritesATimeIsRead(String text, Instant time) {
    assertThat(read(text)).contains(time);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "yesterday",
        "2026-02-30T03:15:00Z",
        "2026-13-01T03:15:00Z",
        "2026-01-31T25:00:00Z",
        "2026-01-31T03:60:00Z",
        "2026-01-31 03:15:00Z",
        "2026-01-31T03:15:0xZ"
      })
  void whatIsNoTimeIsNotKnown(String text) {
    assertThat(read(text)).isEmpty();
  }

  private static Optional<Instant> read(String text) {
    return Times.read(JsonObject.of("time", Json.of(text)), "time");
  }
}
