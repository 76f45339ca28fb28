package dev.faultline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Configuration;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import dev.faultline.testkit.States;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The demo's Secrets tell which Services they name, as those of a folder do. */
class DemoSecretsTest {

  @Test
  void aSecretNamesAServiceForAsLongAsThereIsOne() {
    try (var demo = DemoCluster.empty(DemoClock.standingAt(States.NOW))) {
      apply(
          demo,
          """
          apiVersion: v1
          kind: Secret
          metadata: {name: orders, namespace: shop}
          stringData: {URL: 'postgres://app:hush-hush-4711@db:5432/orders'}
          """);
      assertThat(named(demo)).isEmpty();

      apply(
          demo,
          """
          apiVersion: v1
          kind: Service
          metadata: {name: db, namespace: shop}
          spec: {selector: {app: db}, ports: [{port: 5432}]}
          """);
      assertThat(named(demo)).containsExactly("db");
      assertThat(secrets(demo).toString()).doesNotContain("hush-hush-4711");

      demo.remove(new ResourceRef(DemoCluster.ID, Kind.SERVICE, "shop", "db"));
      assertThat(named(demo)).isEmpty();
    }
  }

  private static void apply(DemoCluster demo, String yaml) {
    demo.apply(new Manifest((JsonObject) YamlCodec.readAll(yaml).getFirst()), "kubectl");
  }

  private static List<Configuration> secrets(DemoCluster demo) {
    return demo.source().state().all(Kind.SECRET, Configuration.class).toList();
  }

  private static List<String> named(DemoCluster demo) {
    return secrets(demo).stream()
        .flatMap(secret -> secret.evidence().stream())
        .map(evidence -> evidence.names().host())
        .toList();
  }
}
