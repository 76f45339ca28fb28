package dev.faultline.model.json;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class YamlRoundTripTest {

  @Property(tries = 1000)
  void whatWasWrittenAsYamlReadsTheSame(@ForAll("trees") Json tree) {
    var yaml = YamlCodec.write(tree);

    if (tree == Json.Null.NULL) {
      assertThat(YamlCodec.readAll(yaml)).isEmpty();
    } else {
      assertThat(YamlCodec.readAll(yaml)).containsExactly(tree);
    }
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void documentsDoNotRunIntoEachOther(
      @ForAll("objects") JsonObject first, @ForAll("objects") JsonObject second) {
    assertThat(YamlCodec.readAll(YamlCodec.write(first) + "---\n" + YamlCodec.write(second)))
        .containsExactly(first, second);
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void whatWasWrittenAsJsonReadsTheSameAndIsYaml(@ForAll("sound") Json tree) {
    assertThat(JsonCodec.read(JsonCodec.write(tree))).isEqualTo(tree);
    assertThat(JsonCodec.read(JsonCodec.writePretty(tree))).isEqualTo(tree);
  }

  @Provide
  Arbitrary<Json> trees() {
    return ArbitraryJson.trees();
  }

  @Provide
  Arbitrary<JsonObject> objects() {
    return ArbitraryJson.objects();
  }

  /** UTF-8 has no halves of characters. */
  @Provide
  Arbitrary<Json> sound() {
    return ArbitraryJson.trees().filter(tree -> isSound(JsonTexts.of(tree)));
  }

  private static boolean isSound(String text) {
    return text.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000);
  }

  private static final class JsonTexts {
    static String of(Json tree) {
      return switch (tree) {
        case Json.Text text -> text.value() + " ";
        case JsonArray array ->
            String.join(" ", array.items().stream().map(JsonTexts::of).toList());
        case JsonObject object ->
            String.join(
                " ",
                object.members().entrySet().stream()
                    .map(member -> member.getKey() + " " + of(member.getValue()))
                    .toList());
        case Json.Number n -> "";
        case Json.Bool b -> "";
        case Json.Null n -> "";
      };
    }
  }
}
