package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Configuration;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** A Secret's value is gone before anything can print it; that it changed can still be seen. */
class SecretGuardTest {

  private static final ClusterId CLUSTER = new ClusterId("test");

  private final SecretGuard guard = new SecretGuard("salt".getBytes(StandardCharsets.UTF_8));

  private static Manifest secret(String yaml) {
    return new Manifest(
        (JsonObject) YamlCodec.readAll("apiVersion: v1\nkind: Secret\n" + yaml).getFirst());
  }

  private static String base64(String clear) {
    return Base64.getEncoder().encodeToString(clear.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void neitherTheValueNorItsBase64NorItsLastAppliedCopyIsLeft() {
    var stripped =
        guard.strip(
            secret(
                """
                metadata:
                  name: payment-db
                  annotations:
                    kubectl.kubernetes.io/last-applied-configuration: '{"stringData":{"p":"hunter2"}}'
                  managedFields: [{manager: kubectl}]
                stringData: {p: hunter2}
                data: {q: %s}
                """
                    .formatted(base64("hunter2"))));

    assertThat(JsonCodec.write(stripped.tree()))
        .doesNotContain("hunter2", base64("hunter2"), "managedFields", "last-applied");
  }

  @Test
  void theSameClearValueGivesTheSameHashInDataAndStringData() {
    var data = guard.strip(secret("data: {p: %s}".formatted(base64("hunter2"))));
    var folded = guard.strip(secret("data: {p: \"%s\\n\"}".formatted(base64("hunter2"))));
    var text = guard.strip(secret("stringData: {p: hunter2}"));

    assertThat(text.tree().text("data", "p")).isEqualTo(data.tree().text("data", "p"));
    assertThat(folded.tree().text("data", "p")).isEqualTo(data.tree().text("data", "p"));
  }

  @Test
  void anotherValueOrAnotherSaltGivesAnotherHash() {
    var other = new SecretGuard("pepper".getBytes(StandardCharsets.UTF_8));
    var one = secret("stringData: {p: hunter2}");

    assertThat(guard.strip(one)).isNotEqualTo(guard.strip(secret("stringData: {p: hunter3}")));
    assertThat(guard.strip(one)).isNotEqualTo(other.strip(one));
  }

  @Test
  void aValueThatOnlyLooksReplacedIsReplaced() {
    var posing = "hmac-sha256:" + "0".repeat(64);
    var stripped = guard.strip(secret("stringData: {p: '%s'}".formatted(posing)));

    assertThat(JsonCodec.write(stripped.tree())).doesNotContain(posing);
  }

  @Test
  void aSecretThatIsNoProperOneLeaksNothingEither() {
    var odd = guard.strip(secret("data: {a: not-base64!, b: 1777771, c: null, d: {e: hunter2}}"));
    var list = guard.strip(secret("data: [hunter2]"));

    assertThat(JsonCodec.write(odd.tree())).doesNotContain("not-base64!", "hunter2", "1777771");
    assertThat(JsonCodec.write(list.tree())).doesNotContain("hunter2");
  }

  @Test
  void otherKindsAreLeftAsTheyAre() {
    var map = new Manifest(JsonObject.of("kind", Json.of("ConfigMap")));

    assertThat(guard.strip(map)).isSameAs(map);
  }

  @Test
  void aSecretThatWasNotStrippedIsRefusedWithoutAWordOfItsValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Intake.read(CLUSTER, secret("stringData: {p: hunter2}")))
        .withMessageContaining("secret guard")
        .withMessageNotContaining("hunter2");
  }

  @Test
  void aSecretKnownByMetadataAloneIsNotChecked() {
    var bare = (Configuration) Intake.read(CLUSTER, secret("metadata: {name: s}"));
    var empty = (Configuration) Intake.read(CLUSTER, secret("metadata: {name: s}\ntype: Opaque"));

    assertThat(bare.checked()).isFalse();
    assertThat(empty.checked()).isTrue();
  }

  @Property(tries = 100)
  void strippingTwiceIsStrippingOnce(
      @ForAll @Size(max = 4) Map<String, String> data,
      @ForAll @Size(max = 4) Map<String, String> texts) {
    var members = new LinkedHashMap<String, Json>();
    members.put("kind", Json.of("Secret"));
    members.put("apiVersion", Json.of("v1"));
    members.put("data", JsonObject.ofTexts(data));
    members.put("stringData", JsonObject.ofTexts(texts));
    var once = guard.strip(new Manifest(new JsonObject(members)));

    assertThat(guard.strip(once)).isEqualTo(once);
    assertThat(SecretGuard.isStripped(once)).isTrue();
  }
}
