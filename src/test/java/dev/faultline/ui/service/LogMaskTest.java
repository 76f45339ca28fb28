package dev.faultline.ui.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LogMaskTest {

  private static final String BODY =
      "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj";

  @Test
  void aPrivateKeyIsHiddenFromItsFirstLineToItsLast() {
    assertThat(
            shown(
                "loading key -----BEGIN RSA PRIVATE KEY-----",
                BODY,
                "short",
                "-----END RSA PRIVATE KEY-----",
                "ready"))
        .noneMatch(line -> line.contains("MIIE") || line.contains("short"))
        .last()
        .isEqualTo("ready");
  }

  @Test
  void theMiddleOfAKeyWhoseBeginningWasCutOffIsHiddenToo() {
    assertThat(shown(BODY)).noneMatch(line -> line.contains("MIIE"));
  }

  @Test
  void aDigestAloneOnALineIsNoKey() {
    var digest = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    assertThat(shown(digest)).containsExactly(digest);
  }

  @Test
  void aPasswordInAUrlIsHidden() {
    assertThat(shown("connecting to postgres://app:hunter2@db:5432/pay"))
        .noneMatch(line -> line.contains("hunter2"));
  }

  private static Stream<String> shown(String... lines) {
    var mask = new LogMask();
    return Stream.of(lines).map(mask::line).toList().stream();
  }
}
