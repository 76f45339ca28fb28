package dev.faultline.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.diff.FieldChange.Added;
import dev.faultline.diff.FieldChange.Changed;
import dev.faultline.diff.FieldChange.Removed;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestDiffTest {

  private static final String PAYMENT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: payment
        namespace: shop
        labels: {team: money}
      spec:
        replicas: 2
        selector: {matchLabels: {app: payment}}
        template:
          metadata:
            labels: {app: payment}
          spec:
            containers:
            - name: payment
              image: shop/payment:1.4.2
              args: [--pool=10, --verbose=1]
              env:
              - {name: DB_POOL, value: "10"}
              - {name: DB_URL, value: "postgres://app:hunter2@db/orders"}
              - {name: LOG_LEVEL, value: info}
              ports:
              - {name: http, containerPort: 8080}
              readinessProbe: {httpGet: {path: /ready, port: 8080}}
              resources: {limits: {memory: 256Mi, cpu: 500m}}
              volumeMounts:
              - {name: config, mountPath: /etc/payment}
            volumes:
            - name: config
              configMap: {name: payment}
      """;

  @Test
  void whatAScaledJobRunsIsNamedByItsContainer() {
    var invoices =
        """
        apiVersion: keda.sh/v1alpha1
        kind: ScaledJob
        metadata: {name: invoices}
        spec: {jobTargetRef: {template: {spec: {containers: [{name: main, env: [{name: A, value: b}]}]}}}}
        """;

    assertThat(
            ManifestDiff.compare(
                    Yaml.manifest(invoices),
                    Yaml.manifest(invoices.replace("value: b", "value: c")),
                    DiffOptions.MEANINGFUL)
                .changes())
        .extracting(FieldChange::describe)
        .containsExactly("container main · env A: b → c");
  }

  @Test
  void theReleaseThatBrokePaymentReadsAsTheReleaseThatBrokePayment() {
    var diff =
        compare(
            PAYMENT
                .replace("1.4.2", "1.5.0")
                .replace("\"10\"", "\"5\"")
                .replace("/ready", "/readyz")
                .replace("256Mi", "512Mi")
                .replace("8080}\n        readiness", "8081}\n        readiness")
                .replace("replicas: 2", "replicas: 3")
                .replace("team: money", "team: cash"));

    assertThat(diff.changes())
        .extracting(FieldChange::describe)
        .containsExactly(
            "container payment · image: shop/payment:1.4.2 → shop/payment:1.5.0 (tag 1.4.2 →"
                + " 1.5.0)",
            "container payment · env DB_POOL: 10 → 5",
            "container payment · readiness probe · httpGet.path: /ready → /readyz",
            "container payment · memory limit: 256Mi → 512Mi",
            "container payment · port http · containerPort: 8080 → 8081",
            "replicas: 2 → 3",
            "label team: money → cash");
    assertThat(diff.changes())
        .extracting(FieldChange::category)
        .containsExactly(
            Category.IMAGE,
            Category.ENV,
            Category.PROBES,
            Category.RESOURCES,
            Category.PORTS,
            Category.OTHER,
            Category.LABELS);
    assertThat(diff.summary(100))
        .isEqualTo(
            "image 1.4.2 → 1.5.0, DB_POOL 10 → 5, readiness probe httpGet.path /ready → /readyz and"
                + " 4 more");
    assertThat(diff.counts()).isEqualTo("7 changed");
  }

  @Test
  void anAddedAndARemovedVariableAreTold() {
    var diff =
        compare(PAYMENT.replace("{name: LOG_LEVEL, value: info}", "{name: DEBUG, value: all}"));

    assertThat(diff.changes())
        .containsExactly(
            new Removed(Category.ENV, "container payment · env LOG_LEVEL", "info"),
            new Added(Category.ENV, "container payment · env DEBUG", "all"));
    assertThat(diff.summary(80)).isEqualTo("-LOG_LEVEL, +DEBUG=all");
    assertThat(diff.counts()).isEqualTo("1 added, 1 removed");
  }

  @Test
  void aLiteralThatBecameAReferenceSaysSo() {
    var diff =
        compare(
            PAYMENT.replace(
                "value: info}",
                "valueFrom: {configMapKeyRef: {name: payment, key: level, optional: true}}}"));

    assertThat(diff.changes())
        .containsExactly(
            new Changed(
                Category.ENV,
                "container payment · env LOG_LEVEL",
                "info",
                "ConfigMap payment, key level, optional",
                "literal → reference"));
  }

  @Test
  void aChangedPasswordIsSeenAndNotRead() {
    var diff = compare(PAYMENT.replace("hunter2", "hunter3"));

    assertThat(diff.changes())
        .containsExactly(
            new Changed(
                Category.ENV,
                "container payment · env DB_URL",
                "postgres://••••••@db/orders",
                "postgres://••••••@db/orders",
                Changed.HIDDEN));
    assertThat(diff.summary(80)).isEqualTo("DB_URL changed");
    assertThat(diff.changes().getFirst().describe()).endsWith("(changed)");
  }

  @Test
  void orderIsNoChangeUnlessRaw() {
    var reordered =
        PAYMENT.replace(
            "        - {name: DB_POOL, value: \"10\"}\n"
                + "        - {name: DB_URL, value: \"postgres://app:hunter2@db/orders\"}\n",
            "        - {name: DB_URL, value: \"postgres://app:hunter2@db/orders\"}\n"
                + "        - {name: DB_POOL, value: \"10\"}\n");

    assertThat(reordered).isNotEqualTo(PAYMENT);
    assertThat(compare(reordered).isEmpty()).isTrue();
    assertThat(
            ManifestDiff.compare(Yaml.manifest(PAYMENT), Yaml.manifest(reordered), DiffOptions.RAW)
                .changes())
        .extracting(FieldChange::describe)
        .containsExactly(
            "container payment · env: DB_POOL, DB_URL, LOG_LEVEL → DB_URL, DB_POOL, LOG_LEVEL"
                + " (order)");
  }

  @Test
  void equalQuantitiesAreNoChangeUnlessRaw() {
    var same = PAYMENT.replace("256Mi", "262144Ki").replace("500m", "\"0.5\"");

    assertThat(compare(same).isEmpty()).isTrue();
    assertThat(
            ManifestDiff.compare(Yaml.manifest(PAYMENT), Yaml.manifest(same), DiffOptions.RAW)
                .changes())
        .hasSize(2);
  }

  @Test
  void whatTheServerWroteIsNoChangeUnlessRaw() {
    var live =
        PAYMENT
                .replace(
                    "  name: payment\n  namespace",
                    "  name: payment\n"
                        + "  uid: abc\n"
                        + "  resourceVersion: \"7\"\n"
                        + "  generation: 3\n"
                        + "  creationTimestamp: 2026-01-01T00:00:00Z\n"
                        + "  managedFields: [{manager: kubectl}]\n"
                        + "  annotations: {deployment.kubernetes.io/revision: \"3\"}\n"
                        + "  namespace")
                .replace(
                    "  replicas: 2",
                    "  replicas: 2\n"
                        + "  revisionHistoryLimit: 10\n"
                        + "  progressDeadlineSeconds: 600\n"
                        + "  strategy: {type: RollingUpdate, rollingUpdate: {maxSurge: 25%,"
                        + " maxUnavailable: 25%}}")
                .replace(
                    "      containers:",
                    "      dnsPolicy: ClusterFirst\n"
                        + "      restartPolicy: Always\n"
                        + "      securityContext: {}\n"
                        + "      schedulerName: default-scheduler\n"
                        + "      terminationGracePeriodSeconds: 30\n"
                        + "      containers:")
                .replace(
                    "        args:",
                    "        imagePullPolicy: IfNotPresent\n"
                        + "        terminationMessagePath: /dev/termination-log\n"
                        + "        terminationMessagePolicy: File\n"
                        + "        args:")
                .replace("containerPort: 8080", "containerPort: 8080, protocol: TCP")
                .replace(
                    "port: 8080}}",
                    "port: 8080, scheme: HTTP}, periodSeconds: 10, timeoutSeconds: 1,"
                        + " successThreshold: 1, failureThreshold: 3}")
                .replace(
                    "configMap: {name: payment}", "configMap: {name: payment, defaultMode: 420}")
                .replace(
                    "labels: {app: payment}\n    spec",
                    "labels: {app: payment, pod-template-hash: abc}\n"
                        + "      creationTimestamp: null\n"
                        + "    spec")
            + "status: {replicas: 2}\n";

    assertThat(compare(live).changes()).isEmpty();
    assertThat(
            ManifestDiff.compare(Yaml.manifest(PAYMENT), Yaml.manifest(live), DiffOptions.RAW)
                .changes())
        .hasSizeGreaterThan(15);
  }

  @Test
  void whatIsOtherThanTheDefaultIsAChange() {
    var live =
        PAYMENT
            .replace("        args:", "        imagePullPolicy: Always\n        args:")
            .replace("port: 8080}}", "port: 8080}, periodSeconds: 5}");

    assertThat(compare(live).changes())
        .extracting(FieldChange::describe)
        .containsExactly(
            "container payment · readiness probe · periodSeconds: 5 (added)",
            "container payment · imagePullPolicy: Always (added)");
  }

  @Test
  void aFlagIsComparedWithItself() {
    assertThat(compare(PAYMENT.replace("--pool=10", "--pool=5")).changes())
        .extracting(FieldChange::describe)
        .containsExactly("container payment · args.--pool: --pool=10 → --pool=5");
  }

  @Test
  void aRestartIsToldLast() {
    var restarted =
        PAYMENT
            .replace(
                "labels: {app: payment}\n    spec",
                "labels: {app: payment}\n"
                    + "      annotations: {kubectl.kubernetes.io/restartedAt: now}\n"
                    + "    spec")
            .replace("team: money", "team: cash");

    assertThat(compare(restarted).changes())
        .extracting(FieldChange::describe)
        .containsExactly(
            "label team: money → cash",
            "pod annotation kubectl.kubernetes.io/restartedAt: now (added)");
  }

  @Test
  void aSidecarAndItsVolumeAreToldInAWord() {
    var diff =
        compare(
            PAYMENT.replace(
                    "      volumes:",
                    "      - name: proxy\n        image: mesh/proxy:2.0\n      volumes:")
                + "      - {name: certs, secret: {secretName: payment-tls}}\n");

    assertThat(diff.changes())
        .extracting(FieldChange::describe)
        .containsExactly(
            "container proxy: mesh/proxy:2.0 (added)", "volume certs: Secret payment-tls (added)");
  }

  @Test
  void aListOfSecretsIsNotToldByItsSecrets() {
    var before =
        Yaml.manifest("kind: Gateway\nspec: {apiKeys: [{key: hunter2}], tokens: [hunter2]}\n");
    var after =
        Yaml.manifest("kind: Gateway\nspec: {apiKeys: [{key: hunter3}], tokens: [hunter3]}\n");

    for (var options : List.of(DiffOptions.MEANINGFUL, DiffOptions.RAW)) {
      var diff = ManifestDiff.compare(before, after, options);
      assertThat(diff.changes()).isNotEmpty();
      assertThat(diff.toString()).doesNotContain("hunter");
      assertThat(TextDiff.of(before, after, options).toString()).doesNotContain("hunter");
    }
  }

  @Test
  void namesakesInAListAreToldApart() {
    var before =
        Yaml.manifest("spec: {rules: [{host: a, x: 1}, {host: a, x: 2}, {host: a#2, x: 3}]}\n");
    var after =
        Yaml.manifest("spec: {rules: [{host: a, x: 1}, {host: a, x: 9}, {host: a#2, x: 3}]}\n");

    assertThat(ManifestDiff.compare(before, after, DiffOptions.MEANINGFUL).changes())
        .extracting(FieldChange::describe)
        .containsExactly("rule a#2 · x: 2 → 9");
  }

  @Test
  void twoTemplatesAreComparedAsTheirWorkloadsWouldBe() {
    var before = Yaml.manifest(PAYMENT).podTemplate();
    var after =
        Yaml.manifest(PAYMENT.replace("1.4.2", "1.5.0@sha256:0123456789abcdef")).podTemplate();

    assertThat(ManifestDiff.compareTemplates(before, after, DiffOptions.MEANINGFUL).changes())
        .extracting(FieldChange::describe)
        .containsExactly(
            "container payment · image: shop/payment:1.4.2 →"
                + " shop/payment:1.5.0@sha256:0123456789abcdef (tag 1.4.2 → 1.5.0, digest none →"
                + " 0123456789ab)");
  }

  private static ManifestDiff compare(String after) {
    return ManifestDiff.compare(
        Yaml.manifest(PAYMENT), Yaml.manifest(after), DiffOptions.MEANINGFUL);
  }
}
