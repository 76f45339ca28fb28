package dev.faultline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import dev.faultline.testkit.States;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a container really finds in its environment, and where each value came from. */
class EffectiveConfigurationTest {

  private static final ClusterState STATE =
      States.of(
          """
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: common}
          data: {LOG_LEVEL: info, REGION: eu, API_TOKEN: abc, DB_URL: "postgres://bob:hunter2@db/x"}
          binaryData: {logo: aGk=}
          ---
          apiVersion: v1
          kind: ConfigMap
          metadata: {name: own}
          data: {LOG_LEVEL: debug}
          ---
          apiVersion: v1
          kind: Secret
          metadata: {name: db}
          type: Opaque
          stringData: {PASSWORD: hunter2}
          """);

  private static List<String> settings(ClusterState state, String container) {
    var template =
        (JsonObject)
            YamlCodec.readAll("spec: {containers: [{name: app, " + container + "}]}").getFirst();
    return EffectiveConfiguration.of(state, "default", template).stream()
        .map(
            setting -> setting.name() + "=" + setting.value().shown() + " from " + setting.source())
        .toList();
  }

  @Test
  void aLaterSourceWinsAndAnEntryOfItsOwnWinsOverAll() {
    assertThat(
            settings(
                STATE,
                """
                envFrom: [{configMapRef: {name: common}}, {configMapRef: {name: own}}],
                env: [{name: REGION, value: us}, {name: HOST, value: "$(REGION).local"}]
                """))
        .containsExactly(
            "API_TOKEN=•••••• from ConfigMap common, key API_TOKEN",
            "DB_URL=postgres://••••••@db/x from ConfigMap common, key DB_URL",
            "LOG_LEVEL=debug from ConfigMap own, key LOG_LEVEL",
            "REGION=us from set here",
            "HOST=$(REGION).local from set here");
  }

  @Test
  void aSecretsValueIsNeverThere() {
    assertThat(
            settings(
                STATE,
                "envFrom: [{secretRef: {name: db}, prefix: X_}], "
                    + "env: [{name: P, valueFrom: {secretKeyRef: {name: db, key: PASSWORD}}}]"))
        .containsExactly(
            "X_PASSWORD=•••••• from Secret db, key PASSWORD",
            "P=•••••• from Secret db, key PASSWORD");
  }

  @Test
  void aPasswordWrittenIntoTheTemplateIsMaskedToo() {
    assertThat(
            settings(
                STATE,
                "env: [{name: DB_PASSWORD, value: hunter2}, {name: URL, value:"
                    + " 'http://bob:hunter2@db'}]"))
        .hasSize(2)
        .noneMatch(setting -> setting.contains("hunter2"));
  }

  @Test
  void whatIsMissingIsNamedUnlessItMayBe() {
    assertThat(
            settings(
                STATE,
                """
                envFrom: [{configMapRef: {name: gone}}, {configMapRef: {name: gone, optional: true}}],
                env: [
                  {name: A, valueFrom: {configMapKeyRef: {name: own, key: "NO"}}},
                  {name: B, valueFrom: {configMapKeyRef: {name: own, key: "NO", optional: true}}},
                  {name: C, valueFrom: {fieldRef: {fieldPath: status.podIP}}}]
                """))
        .containsExactly(
            "*=(ConfigMap gone does not exist) from ConfigMap gone",
            "A=(ConfigMap own has no key NO) from ConfigMap own, key NO",
            "C=(status.podIP of the pod) from set here");
  }

  @Test
  void whatMayNotBeReadIsNotCalledMissing() {
    var state = States.covered(STATE, Kind.SECRET, new Coverage.Forbidden("no get on secrets"));

    assertThat(settings(state, "envFrom: [{secretRef: {name: hidden}}]"))
        .containsExactly("*=(Secret hidden could not be read) from Secret hidden");
  }

  @Test
  void aKeyThatSpeaksOfAPasswordHidesItsValueUnderAnyName() {
    assertThat(
            settings(
                STATE,
                "env: [{name: X, valueFrom: {configMapKeyRef: {name: common, key: API_TOKEN}}}]"))
        .containsExactly("X=•••••• from ConfigMap common, key API_TOKEN");
  }
}
