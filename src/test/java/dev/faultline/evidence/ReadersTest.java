package dev.faultline.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadersTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PAYMENT_HOST | payment | payment FIRM",
        "PAYMENT_ADDR | payment:80 | payment:80 STRONG",
        "mongo | user-db:27017 | user-db:27017 STRONG",
        "ZIPKIN | zipkin.tracing.svc.cluster.local | zipkin.tracing.svc.cluster.local FIRM",
        "KAFKA_BROKERS | a,b | a FIRM, b FIRM",
        "REDIS_SENTINELS | 'a-0.a|||a-1.a' | a-0.a FIRM, a-1.a FIRM",
        "PAY_HOST_IP | ledger | ledger FIRM",
        "REDIS_CACHE | redis-cache | redis-cache FIRM",
        "paymentBaseUrl | http://payment/v1 | payment STRONG",
        "ConnectionStrings__Db | Server=tcp:db,1433;Database=orders;Password=x:1 | db FIRM",
        "DSN | host=db port=5432 dbname=orders password=y:2 | db:5432 STRONG",
        "JAVA_OPTS | -Xmx1g -Dpayment.host=payment -Dname=order | payment FIRM",
        "URL | http://$(REDIS_MASTER_SERVICE_HOST):6379 | redis-master:6379 STRONG",
        "SPRING_URL | http://${PAY_HOST:payment}:80 | payment:80 STRONG",
      })
  void theEnvironmentNamesHosts(String name, String value, String hosts) {
    assertThat(env(name, value)).containsExactly(hosts.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "POSTGRES_DB | orders | orders WEAK",
        "DB_USER | payment | payment WEAK",
        "SERVICE_NAME | payment | payment WEAK",
        "NO_PROXY | 'payment:80' | payment:80 WEAK",
        "CORS_ALLOWED_ORIGINS | http://web | web WEAK",
        "OAUTH_REDIRECT_URI | http://web/callback | web WEAK",
        "MODE | payment | payment WEAK",
      })
  void aWordThatOnlyLooksLikeAHostIsAMention(String name, String value, String hosts) {
    assertThat(env(name, value)).containsExactly(hosts.split(", "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "DB_PASSWORD | payment",
        "DB_PASS | payment:80",
        "API_KEY | payment",
        "SIDECAR_IMAGE | payment:80",
        "ENABLED | true",
        "GREETING | 'payment and orders are here'",
        "HOST | 0.0.0.0",
        "PORT | 8080",
      })
  void passwordsImagesAndProseNameNothing(String name, String value) {
    assertThat(env(name, value)).isEmpty();
  }

  @Test
  void hostAndPortInTwoVariablesAreOneAddress() {
    assertThat(read(container("env: [{name: DB_HOST, value: db}, {name: DB_PORT, value: '5432'}]")))
        .containsExactly("DB_HOST db:5432 STRONG");
  }

  @Test
  void aVariableIsExpandedAsKubernetesDoes() {
    assertThat(
            read(
                container(
                    """
                    env:
                    - {name: NS, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}
                    - {name: APP, value: pay}
                    - {name: U, value: 'http://$(APP).$(NS):80/$$(APP)/$(LATER)'}
                    - {name: LATER, value: 'x'}
                    """)))
        .contains("U pay.shop:80 STRONG");
  }

  @Test
  void aSettingSwitchedOffBesideItIsWeakAndSaysWhy() {
    var evidence =
        evidence(
            container(
                "env: [{name: LEDGER_ENABLED, value: 'false'}, {name: LEDGER_URL, value:"
                    + " 'http://ledger'}]"));

    assertThat(evidence)
        .singleElement()
        .satisfies(one -> assertThat(one.doubt()).contains("switched off by LEDGER_ENABLED"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "args: [--payment-addr=payment, --log=info] | --payment-addr payment FIRM",
        "args: [-db-host, db, -v] | -db-host db FIRM",
        "command: [nc], | ''",
        "command: [sh, -c, 'until nc -z -w 2 db 5432; do sleep 1; done'] | command db:5432 STRONG",
        "command: [sh, -c, 'pg_isready -h db -U me'] | command db FIRM",
        "command: [sh, -c, 'wget -q -O - payment/health'] | command payment FIRM",
        "args: ['server', 'http://payment:80/x'] | command payment:80 STRONG",
        "command: [sh, -c, 'x=$(redis-cli $FLAGS -h db ping)'] | command db FIRM",
        "args: ['--password=payment:80'] | ''",
      })
  void commandsNameHosts(String container, String expected) {
    var found = read(container(container.endsWith(",") ? "command: [nc]" : container));

    assertThat(String.join(", ", found)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a.properties | pay.url=http://pay:80\\n"
            + "#old.url=http://old:80 | pay:80 STRONG, old:80 WEAK",
        "a.yaml | db:\\n  host: db\\n  port: 5432 | db:5432 STRONG",
        "a.json | {\"pay\": {\\n\"endpoint\": \"pay\"}} | pay FIRM",
        "a.toml | [pay]\\nhost = \"pay\"\\nport = 80 | pay:80 STRONG",
        "a.xml | <a>\\n<host>pay</host>\\n</a> | pay FIRM",
        "nginx.conf | upstream up {\\nserver pay:80;\\n}\\nproxy_pass http://up; | pay:80 STRONG",
        "default.conf | location / {\\nproxy_pass http://pay; | pay STRONG",
        "run.sh | #!/bin/sh\\ncurl -s http://pay/x\\n# curl http://old:1 | pay STRONG, old:1 WEAK",
        ".env | PAY_HOST=pay\\nPAY_DB=old | pay FIRM",
        "a.xml | <r>\\n<db host=\"pay\" port=\"80\"/>\\n</r> | pay:80 STRONG",
        "a.xml | <r>\\n<property name=\"pay.host\" value=\"pay\"/>\\n</r> | pay FIRM",
        "site.xml | <c>\\n<p><name>fs.uri</name><value>hdfs://pay:80</value></p></c> | pay:80"
            + " STRONG",
        "a.xml | <a>\\n<!-- http://old:1 --><b url='http://pay'/></a> | pay STRONG, old:1 WEAK",
        "wp.php | <?php\\ndefine('PAY_HOST', 'pay'); | pay FIRM",
        "c.php | <?php\\n'host' => 'pay', | pay FIRM",
        "haproxy.cfg | backend b\\nserver s1 pay:80 check\\nserver s2 old:1 check disabled | pay:80"
            + " STRONG, old:1 WEAK",
        "site.conf | ServerName web\\nProxyPass /p http://pay:80/\\nRedirect /o http://old:1/ |"
            + " pay:80 STRONG, old:1 WEAK",
        "nginx.conf | server_name http://old:1;\\nproxy_pass http://pay; | pay STRONG, old:1 WEAK",
        "default.vcl | backend b {\\n.host = \"pay\";\\n.port = \"80\"; | pay:80 STRONG",
        "Caddyfile | example.com {\\nreverse_proxy pay:80\\n} | pay:80 STRONG",
        "a.toml | [[up]]\\nhost = \"pay\"\\nport = 80\\n[[up]]\\nhost = \"pal\"\\nport = 81 |"
            + " pay:80 STRONG, pal:81 STRONG",
        "a.ini | [pay]\\nurl = http://pay\\n; was = http://old:1 | pay STRONG, old:1 WEAK",
        "config | pay:\\n  host: pay\\n  port: 80 | pay:80 STRONG",
        "a.yaml | pay:\\n  host: ${HOST:pay}\\n  password: ${SECRET}\\n  port: 80 | pay:80 STRONG",
        "a.yaml | url: http://pay\\n---\\nspring:\\n  config:\\n    activate:\\n      on-profile:"
            + " local\\nold.url: http://old:1 | pay STRONG, old:1 WEAK",
        "a.yaml | db:\\n  host: pay\\n---\\ndb:\\n  port: 80 | pay FIRM",
        "notes.md | Ask http://pay\\nfor more | pay WEAK",
        "broken.yaml | a: {{ x }}\\nurl: http://pay | pay STRONG",
      })
  void filesInAConfigMapNameHosts(String key, String text, String hosts) {
    var yaml =
        "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c, namespace: shop}\ndata:\n  "
            + key
            + ": |\n"
            + text.replace("\\n", "\n").indent(4);

    var found = evidence(yaml).stream().map(ReadersTest::host).toList();

    assertThat(String.join(", ", found)).isEqualTo(hosts);
    assertThat(evidence(yaml))
        .allSatisfy(one -> assertThat(ConfigPlace.key(one.place())).isEqualTo(key));
  }

  @Test
  void textInBinaryDataIsReadAndWhatIsNoTextIsLeft() {
    var yaml =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: c, namespace: shop}
        binaryData:
          pay.properties: cGF5LnVybD1odHRwOi8vcGF5OjgwCg==
          keystore.jks: /u3+7QAAAAIAAAAB
        """;

    assertThat(evidence(yaml).stream().map(ReadersTest::host)).containsExactly("pay:80 STRONG");
  }

  @Test
  void theCopiesThatAControllerMadeSayNothingTwice() {
    var owned =
        container("env: [{name: PAY_URL, value: 'http://pay'}]")
            .replace("kind: Deployment", "kind: ReplicaSet")
            .replace(
                "namespace: shop}",
                "namespace: shop, ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name:"
                    + " order, uid: u, controller: true}]}");

    assertThat(read(owned)).isEmpty();
  }

  @Test
  void aPasswordInPlainTextIsNoNameOfAComponent() {
    var yaml =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: orders, namespace: shop}
        spec:
          template:
            metadata: {annotations: {dapr.io/enabled: 'true'}}
            spec:
              containers:
                - name: main
                  env:
                    - {name: STATE_STORE, value: order-store}
                    - {name: ADMIN_PASSWORD, value: hunter2}
                    - {name: API_TOKEN, value: s3cr3t}
        """;

    var found = new DaprNamingReader().read(CLUSTER, manifest(yaml)).toList();

    assertThat(found).extracting(one -> one.names().host()).containsExactly("order-store");
  }

  @Test
  void ofASecretOnlyAServiceThatExistsIsKept() {
    var yaml =
        """
        apiVersion: v1
        kind: Secret
        metadata: {name: s, namespace: shop}
        data: {url: YW1xcDovL3U6czNjcjN0QGJyb2tlcjo1Njcy}
        stringData:
          password: 'hunter2:80'
          login: 'admin:1234'
          host: nowhere
          notes.env: |
            hunter2=http://broker:5672
            other=x
        """;

    var found = SecretEvidence.read(CLUSTER, manifest(yaml), host -> host.host().equals("broker"));

    assertThat(found)
        .extracting(one -> one.place() + " " + host(one))
        .containsExactlyInAnyOrder(
            "data.url broker:5672 STRONG", "data.notes.env broker:5672 STRONG");
    assertThat(found.toString()).doesNotContain("s3cr3t").doesNotContain("hunter2");
  }

  private static final ClusterId CLUSTER = new ClusterId("test");

  private static List<String> env(String name, String value) {
    var yaml = container("env: [{name: " + name + ", value: '" + value.replace("'", "") + "'}]");
    return evidence(yaml).stream().map(ReadersTest::host).toList();
  }

  private static List<String> read(String yaml) {
    return evidence(yaml).stream().map(one -> one.place() + " " + host(one)).toList();
  }

  private static String host(Evidence one) {
    var port = one.names().port();
    return one.names().host()
        + (port.isPresent() ? ":" + port.getAsInt() : "")
        + " "
        + one.strength();
  }

  private static List<Evidence> evidence(String yaml) {
    return EvidenceReaders.read(CLUSTER, manifest(yaml));
  }

  private static Manifest manifest(String yaml) {
    return new Manifest((JsonObject) YamlCodec.readAll(yaml).getFirst());
  }

  private static String container(String fields) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: order, namespace: shop}
    spec:
      template:
        spec:
          containers:
            - name: main
    """
        + fields.strip().indent(10);
  }
}
