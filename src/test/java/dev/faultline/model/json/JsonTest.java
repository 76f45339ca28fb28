package dev.faultline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A tree that strangers wrote: reading it never fails, changing it never touches the original. */
class JsonTest {

  private static final JsonObject TREE =
      (JsonObject)
          JsonCodec.read("{\"a\":{\"b\":[{\"c\":1},2,\"x\"],\"n\":null},\"t\":true,\"f\":1.5}");

  @Test
  void aPathThatLeadsNowhereReadsAsEmpty() {
    assertThat(TREE.find("a", "x", "y")).isEmpty();
    assertThat(TREE.find("t", "x")).isEmpty();
    assertThat(TREE.object("a", "b")).isEqualTo(JsonObject.EMPTY);
    assertThat(TREE.array("a")).isEqualTo(JsonArray.EMPTY);
    assertThat(TREE.text("a", "n")).isEmpty();
    assertThat(TREE.number("f")).isEqualTo(OptionalLong.empty());
    assertThat(TREE.objects("a", "b")).hasSize(1);
    assertThat(TREE.array("a", "b").texts()).containsExactly("2", "x");
  }

  @Test
  void aNumberIsItsValueNotItsSpelling() {
    assertThat(JsonCodec.read("[1.0, 100, 1e2, -0.0]"))
        .isEqualTo(Json.array(Json.of(1), Json.of(100), Json.of(100), Json.of(0)));
    assertThat(JsonCodec.write(JsonCodec.read("[1e2,0.10,123456789012345678901234567890]")))
        .isEqualTo("[100,0.1,123456789012345678901234567890]");
  }

  @Test
  void aChangeMakesANewTree() {
    var changed = TREE.with(Json.of("v"), "new", "path").without("a", "b");

    assertThat(changed.text("new", "path")).contains("v");
    assertThat(changed.find("a", "b")).isEmpty();
    assertThat(TREE.find("a", "b")).isPresent();
    assertThat(TREE.without("no", "such")).isSameAs(TREE);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> TREE.members().clear());
  }

  @Test
  void membersKeepTheirOrderThoughItDoesNotCount() {
    var one = (JsonObject) JsonCodec.read("{\"b\":1,\"a\":2}");
    var other = (JsonObject) JsonCodec.read("{\"a\":2,\"b\":1}");

    assertThat(one.names()).containsExactly("b", "a");
    assertThat(one).isEqualTo(other);
    assertThat(JsonCodec.canonical(one)).isEqualTo(JsonCodec.canonical(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "{", "[1,", "{\"a\"", "{} {}", "nul", "{\"a\":1]", "\"\\x\""})
  void brokenTextIsRefusedWithItsPlace(String text) {
    assertThatExceptionOfType(MalformedTextException.class).isThrownBy(() -> JsonCodec.read(text));
  }

  @Test
  void theRefusalDoesNotQuoteTheText() {
    assertThatExceptionOfType(MalformedTextException.class)
        .isThrownBy(() -> JsonCodec.read("{\"password\": hunter2}"))
        .withMessageContaining("line 1")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void hostileDepthAndHostileNumbersAreRefusedQuickly() {
    assertThatExceptionOfType(MalformedTextException.class)
        .isThrownBy(() -> JsonCodec.read("[".repeat(200_000)));
    assertThatExceptionOfType(MalformedTextException.class)
        .isThrownBy(() -> JsonCodec.read("[" + "9".repeat(2_000_000) + "]"));
    assertThat(JsonCodec.write(JsonCodec.read("1e999999999"))).hasSizeLessThan(100);
    assertThat(JsonCodec.read("{\"r\":1e999999999}"))
        .isInstanceOfSatisfying(
            JsonObject.class, huge -> assertThat(huge.number("r").orElse(0)).isZero());
    assertThat(JsonCodec.read("1e999999999").scalar().orElseThrow()).hasSizeLessThan(100);
  }

  @Test
  void halfASurrogatePairIsKeptAndNotRefused() {
    var half = JsonCodec.read("\"\\ud83d|\\ud83d\\ude00|ü|\\u0001\"");

    assertThat(JsonCodec.write(half)).isEqualTo("\"\\ud83d|😀|ü|\\u0001\"");
    assertThat(JsonCodec.read(JsonCodec.writePretty(half))).isEqualTo(half);
  }

  @Test
  void prettyTextIsIndentedAndEmptyThingsStayShort() {
    assertThat(JsonCodec.writePretty(JsonCodec.read("{\"a\":[1,{}],\"b\":[]}")))
        .isEqualTo("{\n  \"a\": [\n    1,\n    {}\n  ],\n  \"b\": []\n}");
  }

  @Test
  void membersCanBeLeftOutOfTheCanonicalForm() {
    var bytes =
        JsonCodec.canonical(TREE, (name, member) -> member == Json.Null.NULL || name.equals("b"));

    assertThat(new String(bytes, java.nio.charset.StandardCharsets.UTF_8))
        .isEqualTo("{\"a\":{},\"f\":1.5,\"t\":true}");
  }

  @Property(tries = 200)
  void whatIsWrittenIsReadBack(@ForAll("values") Json value) {
    assertThat(JsonCodec.read(JsonCodec.write(value))).isEqualTo(value);
    assertThat(JsonCodec.read(JsonCodec.writePretty(value))).isEqualTo(value);
  }

  @Provide
  static Arbitrary<Json> values() {
    Arbitrary<Json> leaves =
        Arbitraries.oneOf(
            Arbitraries.strings().ofMaxLength(12).filter(JsonTest::isText).map(Json::of),
            Arbitraries.longs().map(Json::of),
            Arbitraries.bigDecimals().map(Json.Number::new),
            Arbitraries.of(Json.Null.NULL, Json.Bool.TRUE));
    Arbitrary<Json> lists = leaves.list().ofMaxSize(4).map(JsonArray::new);
    return Arbitraries.maps(
            Arbitraries.strings().alpha().ofMaxLength(5), Arbitraries.oneOf(leaves, lists))
        .ofMaxSize(5)
        .map(JsonObject::new);
  }

  /** Half a surrogate pair is no text that UTF-8 could carry. */
  static boolean isText(String text) {
    return text.codePoints().noneMatch(point -> point >= 0xD800 && point <= 0xDFFF);
  }

  @Test
  void textsPassOverWhatIsNoScalar() {
    var object = JsonCodec.read("{\"a\":1,\"b\":{},\"c\":\"x\",\"d\":null}");

    assertThat(((JsonObject) object).texts()).isEqualTo(Map.of("a", "1", "c", "x"));
    assertThat(List.copyOf(((JsonObject) object).texts().keySet())).containsExactly("a", "c");
  }
}
