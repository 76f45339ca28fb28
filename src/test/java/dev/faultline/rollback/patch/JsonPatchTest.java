package dev.faultline.rollback.patch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonPatchTest {

  private static final Json DOCUMENT = JsonCodec.read("{\"list\":[1,2],\"a\":{\"b\":null}}");

  @Test
  void addInsertsReplacesAndAppends() {
    assertThat(
            JsonPatch.apply(
                DOCUMENT,
                List.of(
                    new PatchOperation.Add(List.of("list", "0"), Json.of(0)),
                    new PatchOperation.Add(List.of("list", "-"), Json.of(3)),
                    new PatchOperation.Add(List.of("list", "4"), Json.of(4)),
                    new PatchOperation.Add(List.of("a", "b"), Json.of("x")))))
        .isEqualTo(JsonCodec.read("{\"list\":[0,1,2,3,4],\"a\":{\"b\":\"x\"}}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "-", "01", "x", "-1", "99999999999"})
  void aPlaceThatIsNotInTheListIsRefused(String index) {
    var operation = new PatchOperation.Remove(List.of("list", index));

    assertThatThrownBy(() -> JsonPatch.apply(DOCUMENT, operation))
        .hasMessageContaining("there is nothing at /list/" + index);
  }

  @Test
  void nothingIsReplacedOrRemovedWhereNothingIs() {
    for (var operation :
        List.<PatchOperation>of(
            new PatchOperation.Replace(List.of("c"), Json.of(1)),
            new PatchOperation.Replace(List.of("list", "2"), Json.of(1)),
            new PatchOperation.Remove(List.of("c")),
            new PatchOperation.Remove(List.of()),
            new PatchOperation.Add(List.of("c", "d"), Json.of(1)),
            new PatchOperation.Add(List.of("list", "0", "d"), Json.of(1)),
            new PatchOperation.Add(List.of("list", "3"), Json.of(1)))) {
      assertThatThrownBy(() -> JsonPatch.apply(DOCUMENT, operation))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void operationsAreWrittenAsTheApiServerReadsThem() {
    assertThat(
            JsonCodec.write(
                JsonPatch.toJson(
                    List.of(
                        new PatchOperation.Add(List.of("a/b", "~"), Json.of(1)),
                        new PatchOperation.Replace(List.of("x"), Json.Null.NULL),
                        new PatchOperation.Remove(List.of("y"))))))
        .isEqualTo(
            "[{\"op\":\"add\",\"path\":\"/a~1b/~0\",\"value\":1},"
                + "{\"op\":\"replace\",\"path\":\"/x\",\"value\":null},"
                + "{\"op\":\"remove\",\"path\":\"/y\"}]");
  }
}
