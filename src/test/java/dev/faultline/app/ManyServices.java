package dev.faultline.app;

import dev.faultline.cluster.WriteResult;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.testkit.States;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** A cluster of so many services, in teams that mostly call their own and each other's front. */
final class ManyServices {

  private static final List<String> TEAMS =
      List.of(
          "checkout", "catalog", "accounts", "delivery", "billing", "search", "pricing", "loyalty");
  private static final List<String> ROLES =
      List.of(
          "gateway",
          "api",
          "worker",
          "scheduler",
          "rules",
          "events",
          "export",
          "cache",
          "store",
          "mailer");
  private static final int FAILS_EVERY = 47;

  private ManyServices() {}

  static DemoCluster cluster(DemoClock clock, int services) {
    var cluster = DemoCluster.empty(clock);
    int size = Math.clamp(services / 6, 6, 30);
    var random = new Random(11);
    var names = new ArrayList<List<String>>();
    for (int i = 0; i < services; i++) {
      if (i % size == 0) {
        names.add(new ArrayList<>());
        apply(
            cluster,
            "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s}\n"
                .formatted(namespace(names.size() - 1)));
      }
      var team = names.getLast();
      var calls = new ArrayList<String>();
      if (!team.isEmpty()) {
        calls.add(team.get(random.nextInt(team.size())));
        calls.add(team.get(team.size() / 2));
      }
      if (names.size() > 1 && random.nextInt(8) == 0) {
        int other = random.nextInt(names.size() - 1);
        calls.add(names.get(other).getFirst() + "." + namespace(other));
      }
      var name = name(i % size);
      apply(cluster, service(name, namespace(names.size() - 1)));
      apply(cluster, workload(name, namespace(names.size() - 1), i, calls));
      team.add(name);
    }
    clock.advance(Duration.ofMinutes(20));
    return cluster;
  }

  private static String namespace(int team) {
    var name = TEAMS.get(team % TEAMS.size());
    return team < TEAMS.size() ? name : name + "-" + (team / TEAMS.size() + 1);
  }

  private static String name(int i) {
    var role = ROLES.get(i % ROLES.size());
    return i < ROLES.size() ? role : role + "-" + (i / ROLES.size() + 1);
  }

  private static void apply(DemoCluster cluster, String document) {
    for (var manifest : States.manifests(document)) {
      var result = cluster.apply(manifest, "delivery");
      if (!(result instanceof WriteResult.Accepted)) {
        throw new AssertionError(result);
      }
    }
  }

  private static String service(String name, String namespace) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: %s, namespace: %s}
    spec: {selector: {app: %1$s}, ports: [{name: http, port: 8080}]}
    """
        .formatted(name, namespace);
  }

  private static String workload(String name, String namespace, int index, List<String> calls) {
    var env = new StringBuilder();
    for (int i = 0; i < calls.size(); i++) {
      env.append(
          "        - {name: PEER_%d_URL, value: \"http://%s:8080\"}\n".formatted(i, calls.get(i)));
    }
    if (index % FAILS_EVERY == FAILS_EVERY - 1) {
      env.append(
          "        - {name: LIMIT, valueFrom: {configMapKeyRef: {name: limits, key: limit}}}\n");
    }
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: %2$s}
    spec:
      replicas: 2
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          containers:
          - name: application
            image: registry.example/%2$s/%1$s:1.%3$d.%4$d
            env:
            - {name: PORT, value: "8080"}
    """
            .formatted(name, namespace, index % 9, index % 4)
        + env;
  }
}
