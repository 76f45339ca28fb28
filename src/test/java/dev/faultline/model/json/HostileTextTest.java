package dev.faultline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files from strangers: refused quickly, with the place and without their content. */
class HostileTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: 1\nb: [hunter2",
        "a: 1\nhunter2: x: y",
        "a: 1\n\thunter2: x",
        "a: 1\nhunter2",
        "a: 1\nb: \"hunter2",
        "a: 1\nb: 'hunter2",
        "a: 1\nb: @hunter2",
        "a: 1\nb: %hunter2",
        "a: 1\nb: *hunter2",
        "a: 1\nb: !<hunter2",
        "a: 1\nb: !hunter2!x y",
        "a: 1\nb: \"\\hunter2\"",
        "a: 1\nb: \"\\xhunter2\"",
        "a: 1\n hunter2: 1",
        "a: {\nb: hunter2\n",
        "hunter2: 1\nhunter2: 2",
        "a: 1\n? [hunter2]\n: 1",
        "a: 1\n<<: hunter2",
        "a: &hunter2 [*hunter2]",
        "a: 1\nb: hunter2 \u0000",
        "a: 1\n---\n- hunter2\n}",
        "%YAML 7.0 hunter2\n---\na",
        "%TAG hunter2\n---\na",
        "a: &hunter2- &b c",
        "a: |hunter2\n b",
        "- a\nhunter2: b",
      })
  void brokenYamlIsNamedByLineAndNeverQuoted(String yaml) {
    assertThatThrownBy(() -> YamlCodec.readAll(yaml))
        .isInstanceOf(MalformedTextException.class)
        .hasNoCause()
        .hasMessageMatching("line \\d+(, column \\d+)?: [a-z].*")
        .hasMessageNotContaining("hunter2")
        .hasMessageNotContaining("\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":hunter2} | line 1, column ",
        "{\"a\":\"hunter2 | line 1, column ",
        "{\"a\":1 hunter2} | line 1, column ",
        "[1,2 | line 1, column ",
        "{hunter2:1} | line 1, column ",
        "{\"a\":\"\\hunter2\"} | line 1, column ",
        "1 hunter2 | line 1",
        "{\"a\":100e2147483647} | line 1",
        "{\"a\":1e99999999999} | line 1",
      })
  void brokenJsonIsNamedByLineAndNeverQuoted(String json, String place) {
    assertThatThrownBy(() -> JsonCodec.read(json))
        .isInstanceOf(MalformedTextException.class)
        .hasNoCause()
        .hasMessageStartingWith(place)
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void aBombOfAliasesIsDefused() {
    var bomb = new StringBuilder("a0: &a0 [x,x,x,x,x,x,x,x,x]\n");
    for (int i = 1; i < 12; i++) {
      var alias = "*a" + (i - 1);
      bomb.append("a%d: &a%d [%s".formatted(i, i, alias))
          .append((", " + alias).repeat(8))
          .append("]\n");
    }

    refused(bomb.toString(), "aliases counted out");
  }

  @Test
  void aChainOfAliasesIsAsDeepAsItsSum() {
    var chain = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 2_000; i++) {
      chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
    }

    refused(chain.toString(), "nested deeper than 500 levels");
  }

  @Test
  void depthHasAnEnd() {
    refused("[".repeat(100_000), "nested deeper than 500 levels");
    refused("{a: ".repeat(100_000), "nested deeper than 500 levels");
    refused("- ".repeat(100_000) + "a", "nested deeper than 500 levels");
    refused("? ".repeat(100_000) + "a", "");
    assertThatThrownBy(() -> JsonCodec.read("[".repeat(100_000)))
        .isInstanceOf(MalformedTextException.class);
    assertThat(YamlCodec.readAll("[".repeat(400) + "]".repeat(400))).hasSize(1);
  }

  @Test
  @Tag("timing")
  void aLineOfMegabytesIsReadAndOneOfFiftyIsRefusedAtOnce() {
    var line = "a: " + "x".repeat(10_000_000);

    assertTimeoutPreemptively(
        Duration.ofSeconds(30), () -> assertThat(YamlCodec.readAll(line)).hasSize(1));
    refused("a: " + "x".repeat(50_000_000), "larger than 32 million characters");
  }

  @Test
  @Tag("timing")
  void aMillionDigitsAreATextAndNotANumber() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(10),
        () ->
            assertThat(YamlCodec.readAll("a: " + "9".repeat(1_000_000)).getFirst())
                .isEqualTo(JsonObject.of("a", Json.of("9".repeat(1_000_000)))));
  }

  private static void refused(String yaml, String problem) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () ->
            assertThatThrownBy(() -> YamlCodec.readAll(yaml))
                .isInstanceOf(MalformedTextException.class)
                .hasMessageContaining(problem));
  }
}
