package dev.faultline.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import org.junit.jupiter.api.Test;

class ManifestRedactionTest {

  @Test
  void aDeploymentKeepsItsReferencesAndLosesItsSecrets() {
    var deployment =
        manifest(
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata:
              name: payment
              annotations:
                api-token: hunter2
                checksum/secret: abc
                kubectl.kubernetes.io/last-applied-configuration: '{"apiVersion":"v1","kind":"ConfigMap","data":{"DB_PASSWORD":"hunter2","a":"b"}}'
            spec:
              template:
                spec:
                  imagePullSecrets:
                  - name: registry
                  tolerations:
                  - key: dedicated
                    operator: Exists
                  containers:
                  - name: payment
                    image: shop/token:1.4.2
                    args: [--db-password, hunter2, --pool=5, --token=hunter2]
                    env:
                    - name: DB_PASSWORD
                      value: hunter2
                    - name: DB_URL
                      value: postgres://app:hunter2@db/orders
                    - name: LOG_LEVEL
                      value: info
                    - name: PIN_CODE_KEY
                      value: 12345
                    - name: TOKEN
                      valueFrom:
                        secretKeyRef:
                          name: payment-token
                          key: token
                    livenessProbe:
                      httpGet:
                        path: /health
                        httpHeaders:
                        - name: Authorization
                          value: hunter2
                  volumes:
                  - name: tls
                    secret:
                      secretName: payment-tls
                      items:
                      - key: tls.key
                        path: key.pem
                  - name: sa
                    projected:
                      sources:
                      - serviceAccountToken:
                          path: token
                          expirationSeconds: 3600
            """);

    var shown = Redaction.manifest(deployment);
    var text = YamlCodec.write(shown.tree());

    assertThat(text).doesNotContain("hunter2").doesNotContain("12345");
    var pod = shown.podTemplate().object("spec");
    assertThat(text(pod, "containers", "args"))
        .isEqualTo("[\"--db-password\",\"••••••\",\"--pool=5\",\"--token=••••••\"]");
    assertThat(text)
        .contains("image: shop/token:1.4.2")
        .contains("postgres://••••••@db/orders")
        .contains("value: info")
        .contains("key: token")
        .contains("key: dedicated")
        .contains("name: registry")
        .contains("secretName: payment-tls")
        .contains("key: tls.key")
        .contains("path: token")
        .contains("checksum/secret: abc")
        .contains("\\\"a\\\":\\\"b\\\"");
  }

  @Test
  void aConfigMapLosesSecretsByKeyAndInsideItsFiles() {
    var shown =
        Redaction.manifest(
            manifest(
                """
                apiVersion: v1
                kind: ConfigMap
                data:
                  DB_PASSWORD: hunter2
                  DB_POOL: "10"
                  key: hunter2
                  application.properties: |
                    db.pool=10
                    db.password=hunter2
                binaryData:
                  keystore: aHVudGVyMg==
                """));

    assertThat(shown.tree().texts("data"))
        .containsEntry("DB_PASSWORD", Redaction.MASK)
        .containsEntry("DB_POOL", "10")
        .containsEntry("key", Redaction.MASK)
        .containsEntry("application.properties", "db.pool=10\ndb.password=••••••\n");
    assertThat(shown.tree().texts("binaryData")).containsEntry("keystore", Redaction.MASK);
  }

  @Test
  void aSecretShowsItsKeysAlone() {
    var secret =
        manifest(
            "apiVersion: v1\nkind: Secret\nmetadata: {name: db}\ndata: {url: aaa, user: bbb}\n");
    var list =
        new JsonObject(
            java.util.Map.of("items", dev.faultline.model.json.Json.array(secret.tree())));

    assertThat(Redaction.manifest(secret).tree().texts("data"))
        .isEqualTo(java.util.Map.of("url", Redaction.MASK, "user", Redaction.MASK));
    assertThat(JsonCodec.write(Redaction.tree(list))).doesNotContain("aaa").contains("\"db\"");
  }

  @Test
  void aCustomResourceIsHiddenUnderSecretNamesAndItsSchemaIsNot() {
    var shown =
        Redaction.tree(
            manifest(
                    """
                    spec:
                      admin: {password: hunter2, port: 5432}
                      credentials: {user: hunter2, nested: [hunter2, 1, true]}
                      key: hunter2
                      schema: {properties: {password: {type: string}}}
                      tokenSecret: {name: db-token}
                    """)
                .tree());

    assertThat(JsonCodec.write(shown))
        .doesNotContain("hunter2")
        .contains("\"port\":5432")
        .contains("{\"type\":\"string\"}")
        .contains("[\"••••••\",\"••••••\",true]")
        .contains("{\"name\":\"db-token\"}");
  }

  @Test
  void aLastAppliedThatIsBrokenIsHiddenAltogether() {
    var shown =
        Redaction.manifest(
            manifest(
                "metadata: {annotations: {kubectl.kubernetes.io/last-applied-configuration:"
                    + " '{hunter2'}}"));

    assertThat(shown.annotations().values()).containsExactly(Redaction.MASK);
  }

  private static String text(JsonObject pod, String list, String member) {
    return pod.objects(list)
        .flatMap(item -> item.find(member).stream())
        .map(JsonCodec::write)
        .findFirst()
        .orElse("");
  }

  private static Manifest manifest(String yaml) {
    return new Manifest((JsonObject) YamlCodec.readAll(yaml).getFirst());
  }
}
