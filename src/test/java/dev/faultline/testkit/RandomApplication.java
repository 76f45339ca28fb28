package dev.faultline.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Manifests of an application that nobody wrote, for properties that hold of every one: workloads
 * of all kinds in two namespaces, which name each other in all the ways that people do.
 */
public final class RandomApplication {

  /** How many there are. */
  public static final int SERVICES = 9;

  static final List<String> NAMES =
      List.of("orders", "stock", "ledger", "mail", "search", "basket", "prices", "users", "audit");

  private final Random random;
  private final List<String> namespaces;
  private final List<String> documents = new ArrayList<>();

  private RandomApplication(long seed, List<String> namespaces) {
    this.random = new Random(seed);
    this.namespaces = namespaces;
  }

  /** One YAML document each; the same seed makes the same. */
  public static List<String> documents(long seed, List<String> namespaces) {
    var application = new RandomApplication(seed, namespaces);
    for (int i = 0; i < SERVICES; i++) {
      application.add(i);
    }
    return List.copyOf(application.documents);
  }

  private void add(int i) {
    var name = NAMES.get(i);
    var space = space(i);
    var container = new StringBuilder();
    for (int n = 0; n <= random.nextInt(3); n++) {
      container.append(call(name, space, random.nextInt(SERVICES), i, n));
    }
    workload(name, space, container.toString());
    if (random.nextInt(8) > 0) {
      service(name, space);
    }
    if (random.nextInt(4) == 0) {
      policy(name, space, NAMES.get(random.nextInt(SERVICES)));
    }
    if (random.nextInt(4) == 0) {
      ingress(name, space);
    }
  }

  private String space(int i) {
    return namespaces.get(i % namespaces.size());
  }

  /** An entry of the environment that names another service, and what else that needs. */
  private String call(String name, String space, int other, int self, int n) {
    var callee = NAMES.get(other);
    var at = space(other);
    var host =
        switch (random.nextInt(5)) {
          case 0 -> at.equals(space(self)) ? callee : callee + "." + at;
          case 1 -> callee + "." + at;
          case 2 -> callee + "." + at + ".svc";
          case 3 -> callee + "." + at + ".svc.cluster.local";
          default -> "api-" + other + ".partner.example.com";
        };
    var key = callee.toUpperCase(java.util.Locale.ROOT) + "_" + n;
    return switch (random.nextInt(6)) {
      case 0 -> entry(key + "_URL", "http://" + host + ":8080/v1");
      case 1 -> entry(key + "_HOST", host) + entry(key + "_PORT", "8080");
      case 2 -> entry(key + "_DSN", "jdbc:postgresql://" + host + ":5432/" + callee);
      case 3 -> {
        configMap(name + "-env-" + n, space, key + "_ADDR: \"" + host + ":8080\"");
        yield reference(key + "_ADDR", name + "-env-" + n, key + "_ADDR");
      }
      case 4 -> entry("NO_PROXY", "localhost," + host) + entry(key + "_RETRIES", "3");
      default -> entry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://" + host + ":4317");
    };
  }

  private static String entry(String key, String value) {
    return "            - {name: %s, value: \"%s\"}\n".formatted(key, value);
  }

  private static String reference(String key, String map, String of) {
    return "            - {name: %s, valueFrom: {configMapKeyRef: {name: %s, key: %s}}}\n"
        .formatted(key, map, of);
  }

  private void configMap(String name, String space, String data) {
    documents.add(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: %s, namespace: %s}
        data:
          %s
          application.yaml: |
            clients:
              partner: {url: "https://partner.example.org/v2"}
        """
            .formatted(name, space, data));
  }

  private void workload(String name, String space, String environment) {
    var template =
        """
        metadata: {labels: {app: %1$s}}
        spec:
          %3$scontainers:
          - name: main
            image: registry.example/%1$s:1.%2$d.0
            args: ["--listen=:8080", "--peer=%4$s:9090"]
            env:
            - {name: LOG_LEVEL, value: info}
        """;
    int kind = random.nextInt(6);
    var peer = NAMES.get(random.nextInt(SERVICES));
    var text =
        template.formatted(
                name, random.nextInt(9), kind == 0 ? "restartPolicy: Never\n  " : "", peer)
            + environment.replaceAll("(?m)^ {12}", "    ");
    documents.add(
        switch (kind) {
          case 0 ->
              head("batch/v1", "CronJob", name, space)
                  + "spec:\n  schedule: \"0 3 * * *\"\n  suspend: true\n  jobTemplate:\n    spec:\n"
                  + "      template:\n"
                  + text.indent(8);
          case 1 ->
              head("apps/v1", "StatefulSet", name, space)
                  + "spec:\n  serviceName: %1$s\n  replicas: 1\n  selector: {matchLabels: {app: %1$s}}\n"
                      .formatted(name)
                  + "  template:\n"
                  + text.indent(4);
          case 2 ->
              head("apps/v1", "DaemonSet", name, space)
                  + "spec:\n  selector: {matchLabels: {app: %s}}\n".formatted(name)
                  + "  template:\n"
                  + text.indent(4);
          default ->
              head("apps/v1", "Deployment", name, space)
                  + "spec:\n  replicas: 1\n  selector: {matchLabels: {app: %s}}\n".formatted(name)
                  + "  template:\n"
                  + text.indent(4);
        });
  }

  private static String head(String version, String kind, String name, String space) {
    return "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: %s}\n"
        .formatted(version, kind, name, space);
  }

  private void service(String name, String space) {
    boolean elsewhere = random.nextInt(7) == 0;
    documents.add(
        head("v1", "Service", name, space)
            + (elsewhere
                ? "spec: {type: ExternalName, externalName: %s.elsewhere.example.net}\n"
                    .formatted(name)
                : "spec: {selector: {app: %s}, ports: [{name: http, port: 8080}, {name: db, port: 5432}]}\n"
                    .formatted(name)));
  }

  private void policy(String name, String space, String from) {
    documents.add(
        head("networking.k8s.io/v1", "NetworkPolicy", "to-" + name, space)
            + """
            spec:
              podSelector: {matchLabels: {app: %s}}
              policyTypes: [Ingress]
              ingress:
              - from: [{podSelector: {matchLabels: {app: %s}}}]
            """
                .formatted(name, from));
  }

  private void ingress(String name, String space) {
    documents.add(
        head("networking.k8s.io/v1", "Ingress", "in-" + name, space)
            + """
            spec:
              rules:
              - host: %1$s.shop.example
                http:
                  paths:
                  - {path: /, pathType: Prefix, backend: {service: {name: %1$s, port: {number: 8080}}}}
            """
                .formatted(name));
  }
}
