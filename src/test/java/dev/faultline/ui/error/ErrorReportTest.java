package dev.faultline.ui.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ErrorReportTest {

  private static final Instant NOW = Instant.parse("2026-05-12T03:15:00Z");

  @Test
  void theSameFaultHasTheSameCodeAndAnotherPlaceAnother() {
    assertThat(report(fault("a")).code()).isEqualTo(report(fault("b")).code());
    assertThat(report(fault("a")).code()).isNotEqualTo(report(elsewhere()).code());
    assertThat(report(fault("a")).code()).matches("FL-[0-9A-Z]{4}");
  }

  @Test
  void theCauseBehindTheCauseIsNamed() {
    var report = report(new IllegalStateException("outer", new IllegalArgumentException("inner")));

    assertThat(report.sentence()).isEqualTo("IllegalArgumentException: inner");
    assertThat(report.details()).contains("outer").contains("0.1.0").contains(report.code());
  }

  @Test
  void aPasswordInTheMessageIsNowhereInTheReport() {
    var report = report(new IllegalStateException("no answer from http://kim:hunter2@db/"));

    assertThat(report.toString()).doesNotContain("hunter2");
  }

  private static ErrorReport report(Throwable cause) {
    return ErrorReport.of("drawing the map", cause, NOW, "0.1.0");
  }

  private static IllegalStateException fault(String message) {
    return new IllegalStateException(message);
  }

  private static IllegalStateException elsewhere() {
    return new IllegalStateException("a");
  }
}
