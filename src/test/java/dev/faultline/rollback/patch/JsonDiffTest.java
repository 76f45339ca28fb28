package dev.faultline.rollback.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class JsonDiffTest {

  @Provide
  Arbitrary<JsonObject> objects() {
    return JsonTrees.objects();
  }

  @Property(tries = 2000)
  void thePatchedTreeIsExactlyTheTarget(
      @ForAll("objects") JsonObject from, @ForAll("objects") JsonObject to) {
    assertThat(JsonPatch.apply(from, JsonDiff.between(List.of(), from, to))).isEqualTo(to);
  }

  @Property
  void nothingIsPatchedWhereNothingDiffers(@ForAll("objects") JsonObject tree) {
    assertThat(JsonDiff.between(List.of(), tree, tree)).isEmpty();
  }

  @Test
  void aReleaseThatAddedAnEnvironmentEntryIsTakenBackByOneRemoval() {
    var good = JsonTrees.entries(List.of("A", "C"));
    var bad = JsonTrees.entries(List.of("A", "B", "C"));

    assertThat(JsonDiff.between(List.of("env"), bad, good))
        .containsExactly(new PatchOperation.Remove(List.of("env", "1")));
    assertThat(JsonDiff.between(List.of("env"), good, bad))
        .containsExactly(new PatchOperation.Add(List.of("env", "1"), bad.items().get(1)));
  }

  @Test
  void oneChangedImageIsOneReplacement() {
    var from = JsonCodec.read("{\"containers\":[{\"name\":\"a\",\"image\":\"x:2\",\"tty\":true}]}");
    var to = JsonCodec.read("{\"containers\":[{\"name\":\"a\",\"image\":\"x:1\",\"tty\":true}]}");

    assertThat(JsonDiff.between(List.of("spec"), from, to))
        .containsExactly(
            new PatchOperation.Replace(
                List.of("spec", "containers", "0", "image"), Json.of("x:1")));
  }

  @Test
  void anEntryOfAnotherNameIsPutInWholeAndNotPatchedTogether() {
    assertThat(
            JsonDiff.between(
                List.of("env"),
                JsonTrees.entries(List.of("OLD")),
                JsonTrees.entries(List.of("NEW"))))
        .hasSize(2)
        .noneMatch(PatchOperation.Replace.class::isInstance);
  }

  @Test
  void aListTooLongToCompareIsReplacedWhole() {
    Json x = Json.of("x");
    var longList = new JsonArray(Collections.nCopies(400, x));
    var longer = longList.plus(Json.of("y"));

    assertThat(JsonDiff.between(List.of("args"), longList, longer))
        .containsExactly(new PatchOperation.Replace(List.of("args"), longer));
  }
}
