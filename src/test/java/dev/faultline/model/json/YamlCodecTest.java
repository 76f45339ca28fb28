package dev.faultline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** A folder of manifests may hold anything; the worst file costs its own failure and no more. */
class YamlCodecTest {

  private static final Duration QUICK = Duration.ofSeconds(20);

  private static void refused(String yaml) {
    Assertions.assertTimeoutPreemptively(
        QUICK,
        () ->
            assertThatExceptionOfType(MalformedTextException.class)
                .isThrownBy(() -> YamlCodec.readAll(yaml)));
  }

  @Test
  void everyDocumentIsReadAndEmptyOnesAreLeftOut() {
    assertThat(YamlCodec.readAll("---\na: 1\n---\n---\n# nothing\n---\n[x]\n"))
        .containsExactly(JsonObject.of("a", Json.of(1)), Json.array(Json.of("x")));
    assertThat(YamlCodec.readAll("")).isEmpty();
  }

  @Test
  void aVersionThatLooksLikeANumberCanBeQuoted() {
    var tree = (JsonObject) YamlCodec.readAll("{a: \"1.10\", b: 1.5, c: yes, d: 0o17}").getFirst();

    assertThat(tree.text("a")).contains("1.10");
    assertThat(tree.text("b")).contains("1.5");
    assertThat(tree.text("c")).contains("yes");
  }

  @Test
  void anchorsAreResolved() {
    var tree = (JsonObject) YamlCodec.readAll("a: &x {k: v}\nb: *x\n").getFirst();

    assertThat(tree.text("b", "k")).contains("v");
  }

  @Test
  void aDocumentThatContainsItselfIsRefused() {
    refused("a: &a [*a]\n");
    refused("a: &a {b: *a}\n");
    refused("&a ? *a\n: x\n");
  }

  @Test
  void aliasesThatBlowUpAreRefused() {
    var bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [".formatted(i, i));
      bomb.append("*a%d, ".formatted(i - 1).repeat(9)).append("*a%d]\n".formatted(i - 1));
    }
    refused(bomb.toString());
  }

  @Test
  void depthIsBounded() {
    refused("[".repeat(100_000));
    refused("{a: ".repeat(3_000) + "1" + "}".repeat(3_000));
    assertThat(YamlCodec.readAll("[".repeat(100) + "]".repeat(100))).hasSize(1);
  }

  @Test
  void aBrokenFileIsNamedByLineAndNotQuoted() {
    assertThatExceptionOfType(MalformedTextException.class)
        .isThrownBy(() -> YamlCodec.readAll("a: 1\npassword: [hunter2\nb: 2\n"))
        .withMessageContaining("line ")
        .withMessageNotContaining("hunter2");
    assertThatExceptionOfType(MalformedTextException.class)
        .isThrownBy(() -> YamlCodec.readAll("a: hunter2\na: hunter2\n"))
        .withMessage("line 2, column 1: found duplicate key a");
    var hostile = "\"" + "x\\e[2J".repeat(5_000) + "\"";
    assertThatExceptionOfType(MalformedTextException.class)
        .isThrownBy(() -> YamlCodec.readAll(hostile + ": 1\n" + hostile + ": 2\n"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u001b").hasSizeLessThan(250));
  }

  @Test
  void tagsMakeNoObjects() {
    Assertions.assertTimeoutPreemptively(
        QUICK,
        () -> {
          try {
            assertThat(YamlCodec.readAll("!!java.net.URL [\"http://localhost\"]").getFirst())
                .isInstanceOf(Json.class);
          } catch (MalformedTextException refused) {
            assertThat(refused).hasMessageContaining("line 1");
          }
        });
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadBack(@ForAll @From("values") Json value) {
    assertThat(YamlCodec.readAll(YamlCodec.write(value))).containsExactly(value);
  }

  @net.jqwik.api.Provide
  static net.jqwik.api.Arbitrary<Json> values() {
    return net.jqwik.api.Arbitraries.maps(
            net.jqwik.api.Arbitraries.strings().alpha().ofMaxLength(5),
            net.jqwik.api.Arbitraries.oneOf(
                net.jqwik.api.Arbitraries.strings()
                    .ofMaxLength(12)
                    .filter(JsonTest::isText)
                    .map(Json::of),
                net.jqwik.api.Arbitraries.longs().map(Json::of),
                net.jqwik.api.Arbitraries.of(Json.Null.NULL, Json.Bool.TRUE)))
        .ofMaxSize(5)
        .<Json>map(JsonObject::new);
  }
}
