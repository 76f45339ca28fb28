package dev.faultline.graph;

import java.util.ArrayList;
import java.util.List;

/**
 * Services in number, each as the world writes one: a Deployment with probes and environment, its
 * Service, a mounted application.yml and a small ConfigMap for its environment.
 */
final class ManyServices {

  static final int OBJECTS_EACH = 4;
  private static final int NAMESPACES = 20;

  private static final String TEXT =
      """
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: service-%1$d
        namespace: team-%2$d
        labels: {app.kubernetes.io/name: service-%1$d, app.kubernetes.io/part-of: shop}
      spec:
        replicas: 3
        selector: {matchLabels: {app.kubernetes.io/name: service-%1$d}}
        template:
          metadata:
            labels: {app.kubernetes.io/name: service-%1$d, app.kubernetes.io/part-of: shop}
          spec:
            containers:
            - name: main
              image: registry.example.org/shop/service-%1$d:1.%3$d
              args: ["--listen=:8080", "--stock-addr=service-%4$d:8080"]
              ports: [{containerPort: 8080, name: http}]
              env:
              - {name: LOG_LEVEL, value: info}
              - {name: NEXT_URL, value: "http://service-%5$d:8080/api/v%3$d"}
              - {name: DATABASE_URL, value: "postgresql://app:pw@db-%2$d.data.svc.cluster.local:5432/orders"}
              - {name: JAVA_OPTS, value: "-Xmx512m -Dfile.encoding=UTF-8"}
              - {name: NO_PROXY, value: "localhost,.svc,10.0.0.0/8"}
              - name: POD_NAME
                valueFrom: {fieldRef: {fieldPath: metadata.name}}
              envFrom:
              - configMapRef: {name: service-%1$d-env}
              readinessProbe: {httpGet: {path: /ready, port: http}, periodSeconds: 5}
              livenessProbe: {httpGet: {path: /live, port: http}, periodSeconds: 10}
              resources:
                requests: {cpu: 100m, memory: 256Mi}
                limits: {memory: 512Mi}
              volumeMounts: [{name: config, mountPath: /config}]
            volumes:
            - name: config
              configMap: {name: service-%1$d-config}
      ---
      apiVersion: v1
      kind: Service
      metadata: {name: service-%1$d, namespace: team-%2$d}
      spec:
        selector: {app.kubernetes.io/name: service-%1$d}
        ports: [{name: http, port: 8080, targetPort: http}]
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: service-%1$d-config, namespace: team-%2$d}
      data:
        application.yml: |
          spring:
            application: {name: service-%1$d}
            kafka:
              bootstrap-servers: kafka-0.kafka.data:9092,kafka-1.kafka.data:9092
          clients:
            partner:
              enabled: true
              url: http://service-%6$d:8080
            legacy:
              enabled: false
              url: http://service-%4$d:8080
      ---
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: service-%1$d-env, namespace: team-%2$d}
      data:
        CACHE_HOST: cache.data
        CACHE_PORT: "6379"
        FEATURES: "a,b,c"
        GREETING: Welcome to the shop
      """;

  private final int services;

  ManyServices(int services) {
    this.services = services;
  }

  /** One text for each service. */
  List<String> yaml() {
    var texts = new ArrayList<String>();
    for (int i = 0; i < services; i++) {
      texts.add(text(i, 1));
    }
    return texts;
  }

  /** The Deployment of a service, which now calls another. */
  String changed(int service) {
    var text = text(service, 2).replace("NEXT_URL", "OTHER_URL");
    return text.substring(0, text.indexOf("---"));
  }

  private String text(int i, int version) {
    return TEXT.formatted(i, i % NAMESPACES, version, near(i, 1), near(i, 3), near(i, 7));
  }

  /** Another one of the same namespace. */
  private int near(int i, int step) {
    return (i + step * NAMESPACES) % services;
  }
}
