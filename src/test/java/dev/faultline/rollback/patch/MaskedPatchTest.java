package dev.faultline.rollback.patch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.json.JsonCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

class MaskedPatchTest {

  private static final String SECRET = "hunter2hunter2";

  private static MaskedPatch masked(String from, String to) {
    var document = JsonCodec.read(from);
    return MaskedPatch.of(document, JsonDiff.between(List.of(), document, JsonCodec.read(to)));
  }

  private static String shown(MaskedPatch patch) {
    return JsonCodec.write(JsonPatch.toJson(patch.operations()));
  }

  @Test
  void anEnvironmentEntryIsMaskedByItsNameThoughThePatchOnlyTouchesItsValue() {
    var patch =
        masked(
            "{\"env\":[{\"name\":\"A\",\"value\":\"1\"},{\"name\":\"DB_PASSWORD\",\"value\":\"old\"}]}",
            "{\"env\":[{\"name\":\"DB_PASSWORD\",\"value\":\"" + SECRET + "\"}]}");

    assertThat(shown(patch)).contains("/env/0/value").doesNotContain(SECRET);
    assertThat(patch.hidden()).isEqualTo(1);
  }

  @Test
  void secretsAreMaskedInWholeContainersArgumentsUrlsAndAnnotations() {
    var patch =
        masked(
            "{\"args\":[\"--password\",\"old\"],\"annotations\":{}}",
            """
            {"args":["--password","%1$s"],
             "annotations":{"example.com/api-key":"%1$s","n":"postgres://u:%1$s@db/x"},
             "containers":[{"name":"c","env":[{"name":"TOKEN","value":"%1$s"}],
               "args":["--db-password","%1$s","--token=%1$s"]}]}
            """
                .formatted(SECRET));

    assertThat(shown(patch)).doesNotContain(SECRET).contains("--db-password");
  }

  @Test
  void whatIsNoSecretStaysAsItIs() {
    var patch =
        masked(
            "{}",
            """
            {"env":[{"name":"DB_PASSWORD","valueFrom":{"secretKeyRef":{"name":"db","key":"pw"}}},
                    {"name":"DB_POOL","value":"5"}],
             "volumes":[{"name":"v","secret":{"secretName":"tls"}}]}
            """);

    assertThat(patch.hidden()).isZero();
    assertThat(shown(patch)).contains("\"key\":\"pw\"", "\"secretName\":\"tls\"", "\"5\"");
  }

  @Test
  void aNumberUnderASecretNameIsMaskedAndARemovalHidesNothing() {
    var patch = masked("{\"old\":1}", "{\"password\":12345}");

    assertThat(shown(patch)).doesNotContain("12345");
    assertThat(patch.operations()).contains(new PatchOperation.Remove(List.of("old")));
    assertThat(patch.hidden()).isEqualTo(1);
  }
}
