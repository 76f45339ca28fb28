package dev.faultline.model.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Members behave as a map does that keeps the order, few or many. */
class MembersTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 11, 12, 100})
  void theyAreWhatAnOrderedMapIs(int size) {
    var map = new LinkedHashMap<String, Json>();
    IntStream.range(0, size).forEach(i -> map.put("name-" + (i * 7 % size), Json.of(i)));

    var members = Members.of(map);

    assertThat(members).isEqualTo(map).hasSameHashCodeAs(map).hasSize(size);
    assertThat(map).isEqualTo(members);
    assertThat(members.entrySet()).containsExactlyElementsOf(map.entrySet());
    map.forEach((name, value) -> assertThat(members.get(name)).isEqualTo(value));
    assertThat(members.containsKey("name")).isFalse();
    assertThat(members.get("name")).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 11, 30})
  void ofTwoWithOneNameTheLastCountsInThePlaceOfTheFirst(int size) {
    var builder = new Members.Builder(1);
    IntStream.range(0, size).forEach(i -> builder.put("name-" + i, Json.of(i)));
    builder.put("name-0", Json.of("again"));
    builder.put("name-" + (size - 1), Json.of("last"));

    var members = builder.build();

    assertThat(members).hasSize(size);
    assertThat(members.keySet()).first().isEqualTo("name-0");
    assertThat(members.get("name-0")).isEqualTo(Json.of("again"));
    assertThat(members.get("name-" + (size - 1))).isEqualTo(Json.of("last"));
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20})
  void nobodyChangesThem(int size) {
    var map = new LinkedHashMap<String, Json>();
    IntStream.range(0, size).forEach(i -> map.put("name-" + i, Json.of(i)));
    var members = Members.of(map);
    map.clear();

    assertThat(members).hasSize(size);
    assertThatThrownBy(() -> members.put("other", Json.of(1)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> members.remove("name-0"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> members.entrySet().iterator().next().setValue(Json.of(1)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(Map.copyOf(members)).hasSize(size);
  }
}
