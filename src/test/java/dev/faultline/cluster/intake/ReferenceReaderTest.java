package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Reference;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A rollback must not be the moment to find out that a ConfigMap is gone: all are known before. */
class ReferenceReaderTest {

  private static List<String> references(String podSpec) {
    return TemplateReader.references((JsonObject) YamlCodec.readAll(podSpec).getFirst()).stream()
        .map(ReferenceReaderTest::describe)
        .toList();
  }

  private static String describe(Reference reference) {
    return reference.use()
        + " "
        + reference.target()
        + " "
        + reference.name()
        + reference.key().map(key -> "." + key).orElse("")
        + (reference.optional() ? " optional" : "");
  }

  @Test
  void everythingThatAPodNeedsIsFound() {
    assertThat(
            references(
                """
                serviceAccountName: payer
                imagePullSecrets: [{name: registry}]
                initContainers:
                  - {name: init, env: [{name: A, valueFrom: {configMapKeyRef: {name: c1, key: a}}}]}
                containers:
                  - name: app
                    env:
                      - {name: B, valueFrom: {secretKeyRef: {name: s1, key: b, optional: true}}}
                      - {name: C, value: literal}
                      - {name: D, valueFrom: {fieldRef: {fieldPath: status.podIP}}}
                    envFrom: [{configMapRef: {name: c2}, prefix: X_}, {secretRef: {name: s2, optional: true}}]
                ephemeralContainers:
                  - {name: debug, envFrom: [{secretRef: {name: s3}}]}
                volumes:
                  - {name: v1, configMap: {name: c3, items: [{key: k1, path: p}, {key: k2, path: q}]}}
                  - {name: v2, secret: {secretName: s4, optional: true}}
                  - {name: v3, persistentVolumeClaim: {claimName: data}}
                  - name: v4
                    projected: {sources: [{configMap: {name: c4}}, {secret: {name: s5, items: [{key: k, path: p}]}}, {downwardAPI: {}}]}
                  - {name: v5, csi: {driver: d, nodePublishSecretRef: {name: s6}}}
                  - {name: v6, emptyDir: {}}
                """))
        .containsExactly(
            "ENV ConfigMap c1.a",
            "ENV Secret s1.b optional",
            "ENV_FROM ConfigMap c2",
            "ENV_FROM Secret s2 optional",
            "ENV_FROM Secret s3",
            "VOLUME ConfigMap c3.k1",
            "VOLUME ConfigMap c3.k2",
            "VOLUME Secret s4 optional",
            "VOLUME PersistentVolumeClaim data",
            "VOLUME ConfigMap c4",
            "VOLUME Secret s5.k",
            "VOLUME Secret s6",
            "IMAGE_PULL Secret registry",
            "SERVICE_ACCOUNT ServiceAccount payer");
  }

  @Test
  void aReferenceWithoutANameNamesNothing() {
    assertThat(references("containers: [{name: a, envFrom: [{configMapRef: {name: ''}}]}]"))
        .isEmpty();
  }
}
