package dev.faultline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlCodecTest {

  @Test
  void aManifestLooksAsKubectlPrintsIt() {
    var yaml =
        """
        apiVersion: v1
        data:
          application.properties: |
            db.pool=10

            db.host=db
          empty: ""
          image: shop/payment:1.4.2
          keep: |+
            a

          number: "5"
          strip: |-
            a
            b
          time: "2026-01-01T00:00:00Z"
          url: http://order.shop:8080/a#b
          version: 1.4.2
          yes: "on"
        list:
        - - 1
          - 2.5
        - []
        - {}
        - name: http
          port: 8080
        - --pool=5
        - null
        - true
        """
            .replace("  yes:", "  \"yes\":");

    assertThat(YamlCodec.write(YamlCodec.readAll(yaml).getFirst())).isEqualTo(yaml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0644 | 420",
        "0o644 | 420",
        "-010 | -8",
        "08 | 8",
        "0x1F | 31",
        "0b11 | 3",
        "1e3 | 1000",
        "+5 | 5",
        ".5 | 0.5",
        "1. | 1",
        "yes | true",
        "Off | false",
        "TRUE | true",
        "~ | null",
        "NULL | null",
        "\"5\" | \"5\"",
        "!!str 5 | \"5\"",
        "!!int \"5\" | 5",
        "!custom 5 | \"5\"",
        "1.4.2 | \"1.4.2\"",
        "1_000 | \"1_000\"",
        "0x | \"0x\"",
        "1e | \"1e\"",
        "1e99999 | \"1e99999\"",
        "1e9999999999 | \"1e9999999999\"",
        ". | \".\"",
        "-a | \"-a\"",
        "y | \"y\"",
        ".inf | \".inf\"",
        "2026-01-01 | \"2026-01-01\"",
        "12:30 | \"12:30\"",
      })
  void aScalarMeansWhatItMeansToKubernetes(String yaml, String json) {
    assertThat(YamlCodec.readAll("a: " + yaml).getFirst())
        .isEqualTo(JsonCodec.read("{\"a\":" + json + "}"));
  }

  @Test
  void anchorsAndMergesAreWrittenOut() {
    var yaml =
        """
        base: &base {a: 1, b: 2}
        other: &other {b: 3, c: 4}
        one: {<<: *base, b: 9}
        two: {<<: [*base, *other]}
        again: *base
        quoted: {"<<": 1}
        &k key: *k
        """;

    assertThat(JsonCodec.write(YamlCodec.readAll(yaml).getFirst()))
        .isEqualTo(
            "{\"base\":{\"a\":1,\"b\":2},\"other\":{\"b\":3,\"c\":4},\"one\":{\"b\":9,\"a\":1},"
                + "\"two\":{\"a\":1,\"b\":2,\"c\":4},\"again\":{\"a\":1,\"b\":2},"
                + "\"quoted\":{\"<<\":1},\"key\":\"key\"}");
  }

  @Test
  void keysAreTextsHoweverTheyLook() {
    assertThat(YamlCodec.readAll("8080: a\nyes: b\n~: c\n").getFirst())
        .isEqualTo(JsonCodec.read("{\"8080\":\"a\",\"yes\":\"b\",\"~\":\"c\"}"));
  }

  @Test
  void emptyDocumentsAreLeftOutAndAnchorsEndWithTheirDocument() {
    assertThat(YamlCodec.readAll("")).isEmpty();
    assertThat(YamlCodec.readAll("---\n---\na: 1\n---\n# nothing\n"))
        .isEqualTo(List.of(JsonCodec.read("{\"a\":1}")));
    assertThatThrownBy(() -> YamlCodec.readAll("a: &x 1\n---\nb: *x\n"))
        .isInstanceOf(MalformedTextException.class)
        .hasMessageStartingWith("line 3, column 4: an alias of something");
  }

  @Test
  void aLongKeyIsWrittenSoThatItIsFoundAgain() {
    var tree =
        JsonObject.of(
            "k".repeat(5_000), Json.array(Json.of(1), JsonObject.of("a", Json.of("b\nc"))));

    assertThat(YamlCodec.readAll(YamlCodec.write(tree))).containsExactly(tree);
  }

  @Test
  void aHugeNumberIsNotWrittenOutDigitByDigit() {
    var number = new Json.Number(new java.math.BigDecimal("1e9999"));

    assertThat(number.scalar().orElseThrow()).isEqualTo("1E+9999");
    assertThat(YamlCodec.write(number)).isEqualTo("1E+9999\n");
    assertThat(JsonCodec.read("1e999999999").scalar().orElseThrow()).isEqualTo("1E+999999999");
  }

  /** The parser reads pieces of 1,024 characters: a face may lie across the end of one. */
  @Test
  void aCharacterOfTwoHalvesMayStandAnywhere() {
    for (int before = 990; before < 1060; before++) {
      var text = "a".repeat(before) + "\uD83D\uDE00".repeat(3);

      assertThat(YamlCodec.readAll("key: \"" + text + "\"\n"))
          .as("after %d", before)
          .singleElement()
          .isEqualTo(JsonObject.of("key", Json.of(text)));
    }
  }
}
