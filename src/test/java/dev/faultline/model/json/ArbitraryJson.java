package dev.faultline.model.json;

import java.math.BigDecimal;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Trees of any sort, with the texts that YAML is known to trip over. */
public final class ArbitraryJson {

  private static final List<String> TRAPS =
      List.of(
          "",
          " ",
          "~",
          "null",
          "Null",
          "yes",
          "no",
          "on",
          "off",
          "y",
          "n",
          "true",
          "False",
          "1e3",
          "0o7",
          "0644",
          "0x1F",
          "1_000",
          "12:30:45",
          "2026-01-01",
          "2026-01-01T00:00:00Z",
          ".inf",
          "-.INF",
          ".nan",
          "-",
          "--",
          "---",
          "--- a",
          "...",
          "?",
          ":",
          "a: b",
          "a:",
          ":a",
          "a #b",
          "#a",
          "- a",
          "*a",
          "&a",
          "!a",
          "!!str a",
          "|",
          ">",
          "%YAML",
          "@a",
          "`a",
          "{a",
          "[a",
          "a]",
          "a,b",
          "'a'",
          "\"a\"",
          "\\",
          "<<",
          "=",
          " a",
          "a ",
          "\ta",
          "a\t",
          "\n",
          "\n\n",
          "a\n",
          "a\n\n",
          "\na",
          " a\nb",
          "a\n b",
          "a\n ",
          "a\n \nb",
          "a\r\nb",
          "a\u0085b",
          "a\u2028b",
          "\ufeff",
          "\ud800",
          "\udc00a",
          "\ud83d\ude00",
          "\u0000",
          "\u007f",
          "+1",
          "-1",
          "1.",
          ".5",
          "1.4.2",
          "--flag=x",
          "$(A)",
          "a\tb",
          "a\n\tb",
          "a\n#b",
          "a\n---\nb",
          "•");

  private ArbitraryJson() {}

  public static Arbitrary<String> texts() {
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(4, Arbitraries.of(TRAPS)),
        net.jqwik.api.Tuple.of(2, Arbitraries.strings().ofMaxLength(12)),
        net.jqwik.api.Tuple.of(2, Arbitraries.strings().withChars(" \n\t:#-'\"ab").ofMaxLength(12)),
        net.jqwik.api.Tuple.of(
            1, Arbitraries.strings().withChars("0123456789.eE+-_xo:").ofMaxLength(8)),
        net.jqwik.api.Tuple.of(
            1, Arbitraries.strings().ascii().ofMinLength(100).ofMaxLength(3000)));
  }

  public static Arbitrary<Json> trees() {
    return trees(3);
  }

  public static Arbitrary<JsonObject> objects() {
    return object(trees(2));
  }

  private static Arbitrary<Json> trees(int depth) {
    if (depth == 0) {
      return scalars();
    }
    Arbitrary<Json> inner = Arbitraries.lazy(() -> trees(depth - 1));
    return Arbitraries.frequencyOf(
        net.jqwik.api.Tuple.of(2, scalars()),
        net.jqwik.api.Tuple.of(2, inner.list().ofMaxSize(4).map(JsonArray::new)),
        net.jqwik.api.Tuple.of(3, object(inner).map(o -> o)));
  }

  private static Arbitrary<JsonObject> object(Arbitrary<Json> members) {
    return Arbitraries.maps(texts(), members).ofMaxSize(5).map(JsonObject::new);
  }

  private static Arbitrary<Json> scalars() {
    return Arbitraries.oneOf(
        texts().map(Json::of),
        Arbitraries.longs().map(Json::of),
        Arbitraries.bigDecimals().map(Json.Number::new),
        Arbitraries.integers()
            .between(-900, 900)
            .map(e -> new Json.Number(new BigDecimal("7e" + e))),
        Arbitraries.of(true, false).map(Json::of),
        Arbitraries.just(Json.Null.NULL));
  }
}
