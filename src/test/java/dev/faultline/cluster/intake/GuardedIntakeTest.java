package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Configuration;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** At the edge a Secret tells which Services it names, and nothing else. */
class GuardedIntakeTest {

  private static final ClusterId CLUSTER = new ClusterId("test");
  private static final String PLANTED = "hush-hush-4711";
  private static final ResourceRef DB = new ResourceRef(CLUSTER, Kind.SERVICE, "shop", "db");

  @Test
  void theServiceIsKeptAndNothingElseOfTheValue() {
    var secret = read(DB::equals, url("db:5432"));

    assertThat(secret.evidence())
        .singleElement()
        .satisfies(
            found -> {
              assertThat(found.names().host()).isEqualTo("db");
              assertThat(found.describe())
                  .isEqualTo("secret data.DATABASE_URL in Secret shop/orders");
            });
    assertThat(secret.checked()).isTrue();
    assertThat(secret.keys()).containsOnlyKeys("DATABASE_URL");
    assertThat(secret.toString()).doesNotContain(PLANTED).doesNotContain(encoded(url("db:5432")));
  }

  @Test
  void whatIsNoServiceMayBePartOfAPasswordAndIsNotKept() {
    var secret = read(DB::equals, url("elsewhere:5432"));

    assertThat(secret.evidence()).isEmpty();
    assertThat(secret.toString()).doesNotContain("elsewhere").doesNotContain(PLANTED);
  }

  @Test
  void ofMetadataAloneNothingIsSaid() {
    var secret = (Configuration) intake(DB::equals).read(manifest(""));

    assertThat(secret.checked()).isFalse();
    assertThat(secret.evidence()).isEmpty();
  }

  @Test
  void aFaultOnTheWayRepeatsNothingOfTheValue() {
    Predicate<ResourceRef> faulty =
        ref -> {
          throw new IllegalArgumentException(PLANTED, new IllegalStateException(PLANTED));
        };

    assertThatThrownBy(() -> read(faulty, url("db:5432")))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Secret shop/orders")
        .satisfies(thrown -> assertThat(trace(thrown)).doesNotContain(PLANTED));
  }

  private static Configuration read(Predicate<ResourceRef> services, String value) {
    var data = "type: Opaque\ndata: {DATABASE_URL: %s}\n".formatted(encoded(value));
    return (Configuration) intake(services).read(manifest(data));
  }

  private static GuardedIntake intake(Predicate<ResourceRef> services) {
    var guard = new SecretGuard("salt".getBytes(StandardCharsets.UTF_8));
    return new GuardedIntake(CLUSTER, guard, Intake.into(CLUSTER, new Pool()), services);
  }

  private static Manifest manifest(String data) {
    var yaml = "apiVersion: v1\nkind: Secret\nmetadata: {name: orders, namespace: shop}\n" + data;
    return new Manifest((JsonObject) YamlCodec.readAll(yaml).getFirst());
  }

  private static String url(String host) {
    return "postgres://app:" + PLANTED + "@" + host + "/orders";
  }

  private static String encoded(String value) {
    return Base64.getEncoder().encodeToString(value.getBytes(StandardCharsets.UTF_8));
  }

  private static String trace(Throwable thrown) {
    var text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
