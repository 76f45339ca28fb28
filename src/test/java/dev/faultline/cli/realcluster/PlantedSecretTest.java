package dev.faultline.cli.realcluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Secrets stand wherever people put them; Faultline repeats them nowhere. */
@OnRealCluster
class PlantedSecretTest {

  private static final String IN_SECRET = "planted-in-secret-7f3a";
  private static final String IN_OTHER_SECRET_KEY = "planted-in-user-91bc";
  private static final String IN_ENV = "planted-in-env-22d1";
  private static final String IN_OLD_ENV = "planted-in-old-env-5e60";
  private static final String IN_CONFIG = "planted-in-config-c4e8";
  private static final String IN_CONFIG_FILE = "planted-in-config-file-0b9d";
  private static final String IN_URL = "planted-in-url-6a57";
  private static final String IN_ARGUMENT = "planted-in-argument-d30f";
  private static final String IN_ROUTE = "planted-in-route-4c1e";
  private static final String IN_REASON = "planted-in-reason-18cc";
  private static final List<String> PLANTED =
      List.of(
          IN_SECRET,
          IN_OTHER_SECRET_KEY,
          IN_ENV,
          IN_OLD_ENV,
          IN_CONFIG,
          IN_CONFIG_FILE,
          IN_URL,
          IN_ARGUMENT,
          IN_ROUTE,
          IN_REASON);

  /** Tells the verbs that read Secrets because the settings say so. */
  private static final String BY_SETTINGS = " (by the settings)";

  private final Night night;
  private final Path home;
  private final Map<String, String> outputs = new LinkedHashMap<>();
  private String asked = "";

  PlantedSecretTest(RealCluster cluster, @TempDir Path home) {
    this.night = new Night(cluster, home);
    this.home = home;
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
  }

  @Test
  void noVerbPrintsLogsOrKeepsAPlantedValue() throws IOException {
    plant();

    for (String format : List.of("text", "json")) {
      verb("services", "-o", format);
      verb("service", "vault", "-o", format);
      verb("versions", "vault", "-o", format);
      verb("graph", "-o", format);
      verb("impact", "vault", "-o", format);
      verb("path", "vault", "vault", "-o", format);
      verb("service", "vault", "--secret-addresses", "-o", format);
      verb("graph", "--secret-addresses", "-o", format);
      verb("impact", "vault-db", "--secret-addresses", "-o", format);
      verb("path", "vault", "vault-db", "--secret-addresses", "-o", format);
      verb("diff", "vault@1", "vault@2", "-o", format);
      verb("diff", "vault@1", "vault@live", "--raw", "-o", format);
      verb("diff", "vault", home.resolve("other.yaml").toString(), "--raw", "-o", format);
      verb(rollback("--dry-run", "-o", format));
      verb(rollback("--yes", "--settle", "1s", "-o", format));
      verb("undo", lastEntry(), "--dry-run", "-o", format);
      verb(undo("--yes", "--settle", "1s", "-o", format));
      verb("journal", "-o", format);
      verb("journal", lastEntry(), "-o", format);
      verb("contexts", "-o", format);
      verb("services", "--demo", "-o", format);
      for (String reading : List.of("services", "graph")) {
        verb(reading, "--manifests", manifests().toString(), "-o", format);
      }
      verb("service", "vault", "--manifests", manifests().toString(), "-o", format);
      verb("impact", "vault", "--manifests", manifests().toString(), "-o", format);
    }
    verb("graph", "-o", "csv");
    for (String format : List.of("csv", "dot", "mermaid")) {
      verb("graph", "--class", "all", "--secret-addresses", "-o", format);
    }
    settingsReadSecrets();
    verb("graph", "-o", "json");
    verb("services");
    for (String format : List.of("text", "json", "csv", "dot", "mermaid")) {
      verb("graph", "--class", "all", "--manifests", manifests().toString(), "-o", format);
    }
    for (String verb : List.of("completion", "manual")) {
      verb(verb);
    }
    everyVerbWasTried();
    trouble();
    Files.delete(home.resolve("other.yaml"));
    Files.delete(manifests().resolve("vault.yaml"));
    Files.delete(manifests().resolve("routes.yaml"));
    keptFiles();

    assertThat(outputs).hasSizeGreaterThan(40);
    assertThat(outputs.values())
        .anyMatch(text -> text.contains("Verified: vault runs 1.0.0"))
        .anyMatch(text -> text.contains("queue.example.com"));
    assertThat(withSecretEvidence())
        .as("only where it is asked for")
        .isNotEmpty()
        .allMatch(name -> name.contains("--secret-addresses") || name.contains(BY_SETTINGS));
    assertThat(withSecretEvidence())
        .anyMatch(name -> name.contains(BY_SETTINGS))
        .anyMatch(name -> name.contains(" graph --secret"))
        .anyMatch(name -> name.contains(" service vault "))
        .anyMatch(name -> name.contains(" impact vault-db "))
        .anyMatch(name -> name.contains(" path vault vault-db "));
    assertThat(outputs.keySet())
        .anyMatch(name -> name.endsWith("journal.jsonl"))
        .anyMatch(name -> name.endsWith("faultline.0.log"));
    assertThat(outputs)
        .allSatisfy(
            (where, text) ->
                assertThat(text)
                    .as(where)
                    .doesNotContain(PLANTED)
                    .doesNotContain(
                        PLANTED.stream()
                            .map(value -> Base64.getEncoder().encodeToString(value.getBytes(UTF_8)))
                            .toList()));
    assertThat(night.field("deployment/vault", ".metadata.annotations")).doesNotContain(IN_REASON);
  }

  /** Every place people put secrets into, in two revisions, and a file to compare with. */
  private void plant() throws IOException {
    night.kubectl(
        "create",
        "secret",
        "generic",
        "vault",
        "--from-literal=password=" + IN_SECRET,
        "--from-literal=dsn=postgres://vault:" + IN_SECRET + "@vault-db:5432/vault",
        "--from-literal=user=" + IN_OTHER_SECRET_KEY);
    night.kubectl(
        "create",
        "configmap",
        "vault",
        "--from-literal=db.password=" + IN_CONFIG,
        "--from-literal=application.properties=api.token=" + IN_CONFIG_FILE);
    var database = home.resolve("database.yaml");
    Files.writeString(database, database());
    night.kubectl("apply", "-f", database.toString());
    apply("1.0.0", IN_OLD_ENV);
    apply("1.1.0", IN_ENV);
    Files.writeString(home.resolve("other.yaml"), manifest("2.0.0", IN_OLD_ENV));
    Files.createDirectories(manifests());
    Files.writeString(manifests().resolve("vault.yaml"), manifest("2.0.0", IN_ENV));
    Files.writeString(manifests().resolve("routes.yaml"), routes());
  }

  /** What a Secret's value names: only then is there an edge to be read from it. */
  private static String database() {
    return """
    apiVersion: apps/v1
    kind: StatefulSet
    metadata: {name: vault-db}
    spec:
      serviceName: vault-db
      selector: {matchLabels: {app: vault-db}}
      template:
        metadata: {labels: {app: vault-db}}
        spec: {containers: [{name: main, image: 'postgres:17'}]}
    ---
    apiVersion: v1
    kind: Service
    metadata: {name: vault-db}
    spec: {selector: {app: vault-db}, ports: [{port: 5432}]}
    """;
  }

  private void settingsReadSecrets() throws IOException {
    var file = night.faultline().settingsFile();
    Files.createDirectories(file.getParent());
    Files.writeString(
        file, "contexts: {%s: {secretAddresses: true}}".formatted(RealCluster.ADMINISTRATOR));
    asked = BY_SETTINGS;
  }

  /** The verbs that told what only the value of a Secret says. */
  private List<String> withSecretEvidence() {
    return outputs.entrySet().stream()
        .filter(output -> output.getValue().contains("data.dsn"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** What lies between the services has its connections written into it, too. */
  private static String routes() {
    return """
    apiVersion: dapr.io/v1alpha1
    kind: Component
    metadata: {name: orders-store}
    spec:
      type: state.redis
      version: v1
      metadata:
        - {name: redisHost, value: "vault-db:6379"}
        - {name: redisPassword, value: %1$s}
    ---
    apiVersion: keda.sh/v1alpha1
    kind: ScaledObject
    metadata: {name: vault}
    spec:
      scaleTargetRef: {name: vault}
      triggers:
        - type: rabbitmq
          metadata: {host: "amqp://guest:%1$s@queue.example.com:5672/", queueName: orders}
        - type: postgresql
          metadata: {connection: "host=db.example.com user=vault password=%1$s dbname=vault"}
    """
        .formatted(IN_ROUTE);
  }

  /** Something fails within and says more than it should: that goes to the log. */
  private static void trouble() {
    LoggerFactory.getLogger(PlantedSecretTest.class)
        .warn(
            "no answer, ADMIN_PASSWORD={}",
            IN_ENV,
            new IOException("postgres://vault:" + IN_URL + "@vault-db:5432/vault"));
  }

  private Path manifests() {
    return home.resolve("manifests");
  }

  /** As {@code --help} lists them, so that a new verb can't be forgotten here. */
  private void everyVerbWasTried() {
    var tried = outputs.keySet().stream().map(name -> name.split(" ")[1]).toList();
    var verbs =
        night
            .faultline()
            .run("--help")
            .out()
            .lines()
            .dropWhile(line -> !line.equals("Commands:"))
            .skip(1)
            .takeWhile(line -> !line.isBlank())
            .filter(line -> line.matches("  [a-z]+ .*"))
            .map(line -> line.strip().split(" ")[0])
            .toList();
    assertThat(verbs).contains("rollback", "journal");
    assertThat(tried).containsAll(verbs);
  }

  private void apply(String version, String password) throws IOException {
    var file = home.resolve("vault.yaml");
    Files.writeString(file, manifest(version, password));
    night.kubectl("apply", "-f", file.toString());
    night.kubectl("rollout", "status", "deployment/vault", "--timeout=120s");
    Files.delete(file);
  }

  private static String manifest(String version, String password) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: vault}
    spec:
      selector: {matchLabels: {app: vault}}
      template:
        metadata: {labels: {app: vault, version: "%s"}}
        spec:
          terminationGracePeriodSeconds: 1
          containers:
            - name: vault
              image: shop/vault:%s
              args: ["--db-password", "%s", "--verbose"]
              envFrom:
                - configMapRef: {name: vault}
              env:
                - {name: ADMIN_PASSWORD, value: "%s"}
                - {name: DATABASE_URL, value: "postgres://vault:%s@vault-db:5432/vault"}
                - name: USER
                  valueFrom: {secretKeyRef: {name: vault, key: user}}
                - name: STORE
                  valueFrom: {secretKeyRef: {name: vault, key: dsn}}
    """
        .formatted(version, version, IN_ARGUMENT, password, IN_URL);
  }

  private static String[] rollback(String... more) {
    var reason = "see https://anna:" + IN_REASON + "@wiki.example/outage";
    var words = new ArrayList<>(List.of("rollback", "vault", "--to", "1.0.0", "--reason", reason));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** Runs a verb, whatever comes of it, and keeps all it said. */
  private void verb(String... words) {
    boolean anywhere =
        List.of("journal", "contexts", "completion", "manual").contains(words[0])
            || List.of(words).contains("--demo")
            || List.of(words).contains("--manifests");
    var ran = anywhere ? night.faultline().run(words) : night.run(words);
    assertThat(ran.exit()).as("%s: %s", List.of(words), ran).isLessThan(2);
    assertThat(ran.err()).doesNotContain("an error of Faultline itself");
    outputs.put(
        outputs.size() + " " + String.join(" ", words).replace(IN_REASON, "") + asked,
        ran.out() + ran.err());
  }

  private String[] undo(String... more) {
    var words = new ArrayList<>(List.of("undo", lastEntry()));
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  private String lastEntry() {
    return night.faultline().journal().read().entries().getLast().id();
  }

  /** Journal, logs, the demo's session: all that is left behind. */
  private void keptFiles() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        outputs.put(home.relativize(file).toString(), Files.readString(file));
      }
    }
  }
}
