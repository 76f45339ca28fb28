package dev.faultline.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import dev.faultline.model.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger wrote costs bounded time and memory, whatever its form says it is. */
class HostileEvidenceTest {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);
  private static final int MOST = 5_000;
  private static final int MEBI = 1 << 20;

  @ParameterizedTest
  @ValueSource(strings = {"a.txt", "a.yaml", "a.json", "a.xml", "a.sh", "a.conf", "a.sql", "HOST"})
  void aConfigMapOfFiftyMegabytesIsReadInPart(String key) {
    var line = "url = http://payment-%d:80 <b u='http://x'/> {\"a\": \"http://y\"}\n";
    var text = line.repeat(50 * MEBI / line.length());

    assertThat(read(Map.of(key, Json.of(text)))).hasSizeBetween(1, MOST);
  }

  @Test
  void aMillionKeysAreReadInPart() {
    var data = new LinkedHashMap<String, Json>();
    for (int i = 0; i < 1_000_000; i++) {
      data.put("PAYMENT_" + i + "_URL", Json.of("http://payment-" + i + ":80"));
    }

    assertThat(read(data)).hasSize(MOST);
  }

  /** Each is what some reader looks for the end of. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.xml | <",
        "a.xml | <a",
        "a.xml | <a>",
        "a.xml | <a b='",
        "a.xml | <!--",
        "a.xml | <![CDATA[",
        "a.xml | </a>",
        "a.json | [",
        "a.json | {\"a\":",
        "a.yaml | - ",
        "a.yaml | a: &a",
        "a.yaml | {a: ",
        "a.conf | define('",
        "a.conf | a=",
        "a.conf | [a]",
        "a.conf | server ",
        "a.sh | $(",
        "a.sh | nc -h ",
        "a.sh | '",
        "OPTS | -Da=b ",
        "OPTS | (a=",
        "OPTS | a='b' ",
        "OPTS | ${a:",
        "OPTS | a(1",
        "OPTS | a:$(",
        "HOSTS | a,",
      })
  void aRepeatedBeginningIsReadInOnePass(String key, String piece) {
    var oneLine = piece.repeat(MEBI / piece.length());
    var lines = (piece + "\n").repeat(MEBI / (piece.length() + 1));

    assertThat(read(Map.of(key, Json.of(oneLine)))).hasSizeLessThanOrEqualTo(MOST);
    assertThat(read(Map.of(key, Json.of(lines)))).hasSizeLessThanOrEqualTo(MOST);
  }

  /** Thousands of settings below one endless name would hold that name thousands of times. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.json | {\"N\": {L}} | \"a%d\": \"http://h%d:80\",",
        "a.yaml | N:@L | \\s\\sa%d: http://h%d:80@",
        "a.ini | [N]@L | a%d = http://h%d:80@",
        "a.xml | <N>@L</N> | <a%d>http://h%d:80</a%d>@",
      })
  void aLongNameIsNotKeptForEachSettingBelowIt(String key, String frame, String line) {
    var lines = new StringBuilder();
    for (int i = 0; i < 15_000; i++) {
      lines.append(line.replace("%d", Integer.toString(i)).replace("\\s", " ").replace('@', '\n'));
    }
    if (key.endsWith("json")) {
      lines.setLength(lines.length() - 1);
    }
    var text =
        frame.replace('@', '\n').replace("N", "n".repeat(400_000)).replace("L", lines.toString());

    var found = read(Map.of(key, Json.of(text)));

    assertThat(found).hasSizeGreaterThan(1_000);
    assertThat(found).allSatisfy(one -> assertThat(one.place().length()).isLessThan(1_100));
  }

  @Test
  void anchorsThatHoldThemselvesOrEachOtherAreNoTree() {
    var cyclic = "a: &a\n  b: *a\n  url: http://payment:80\n";
    var laughs = new StringBuilder("l0: &l0 [http://payment:80]\n");
    for (int i = 1; i < 60; i++) {
      laughs.append("l%d: &l%d [*l%d, *l%d, *l%d]\n".formatted(i, i, i - 1, i - 1, i - 1));
    }

    assertThat(read(Map.of("a.yaml", Json.of(cyclic))))
        .extracting(one -> one.names().host())
        .containsExactly("payment");
    assertThat(read(Map.of("a.yaml", Json.of(laughs.toString())))).hasSizeLessThanOrEqualTo(MOST);
  }

  @Test
  void variablesThatDoubleEachOtherStayBounded() {
    var env = new ArrayList<Json>();
    env.add(variable("V0", "http://payment:80 "));
    for (int i = 1; i < 60; i++) {
      env.add(variable("V" + i, "$(V" + (i - 1) + ")$(V" + (i - 1) + ")"));
    }
    var container = new JsonObject(Map.of("name", Json.of("main"), "env", new JsonArray(env)));
    var pod =
        new JsonObject(
            Map.of(
                "apiVersion",
                Json.of("v1"),
                "kind",
                Json.of("Pod"),
                "metadata",
                new JsonObject(Map.of("name", Json.of("p"), "namespace", Json.of("shop"))),
                "spec",
                new JsonObject(Map.of("containers", new JsonArray(List.of(container))))));

    var found =
        assertTimeoutPreemptively(
            LONG_ENOUGH, () -> EvidenceReaders.read(new ClusterId("test"), new Manifest(pod)));

    assertThat(found).extracting(one -> one.names().host()).containsOnly("payment");
  }

  private static JsonObject variable(String name, String value) {
    return new JsonObject(Map.of("name", Json.of(name), "value", Json.of(value)));
  }

  private static List<Evidence> read(Map<String, Json> data) {
    var tree =
        new JsonObject(
            Map.of(
                "apiVersion",
                Json.of("v1"),
                "kind",
                Json.of("ConfigMap"),
                "metadata",
                new JsonObject(Map.of("name", Json.of("c"), "namespace", Json.of("shop"))),
                "data",
                new JsonObject(data)));
    return assertTimeoutPreemptively(
        LONG_ENOUGH, () -> EvidenceReaders.read(new ClusterId("test"), new Manifest(tree)));
  }
}
