package dev.faultline.app;

import dev.faultline.cluster.WriteResult;
import dev.faultline.demo.DemoClock;
import dev.faultline.demo.DemoCluster;
import dev.faultline.testkit.States;
import java.time.Duration;

/** A cluster whose names are as long as Kubernetes allows: nothing may run out of its place. */
final class LongNames {

  static final String CALLED = "settlement-reconciliation-orchestrator-for-cross-border-cards";
  private static final String CALLER = "customer-facing-checkout-and-basket-aggregation-frontend";
  private static final String NAMESPACE = "payments-and-settlement-production-eu-central-1";

  private LongNames() {}

  static DemoCluster cluster(DemoClock clock) {
    var cluster = DemoCluster.empty(clock);
    apply(
        cluster,
        "apiVersion: v1\nkind: Namespace\nmetadata: {name: %s}\n".formatted(NAMESPACE),
        service(CALLED),
        workload(CALLED, "2026.04.30-release.17-g0a1b2c3d4e5f", ""),
        service(CALLER),
        workload(CALLER, "2026.05.01-release.3-gfedcba987654", "http://" + CALLED + ":8080"));
    clock.advance(Duration.ofHours(30));
    apply(cluster, workload(CALLED, "2026.05.12-hotfix.1-g99887766aabb", "from"));
    clock.advance(Duration.ofMinutes(6));
    return cluster;
  }

  private static void apply(DemoCluster cluster, String... documents) {
    for (var manifest : States.manifests(documents)) {
      var result = cluster.apply(manifest, "continuous-delivery-pipeline-of-the-payments-team");
      if (!(result instanceof WriteResult.Accepted)) {
        throw new AssertionError(result);
      }
    }
  }

  private static String service(String name) {
    return """
    apiVersion: v1
    kind: Service
    metadata: {name: %s, namespace: %s}
    spec: {selector: {app: %s}, ports: [{name: http, port: 8080}]}
    """
        .formatted(name, NAMESPACE, name);
  }

  /**
   * @param calls an address in its environment; "from" for a setting that does not exist
   */
  private static String workload(String name, String version, String calls) {
    var setting =
        calls.equals("from")
            ? "valueFrom: {configMapKeyRef: {name: limits-of-the-settlement-window, key: hours}}"
            : "value: \"" + calls + "\"";
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: %1$s
      namespace: %2$s
    spec:
      replicas: 2
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          containers:
          - name: application
            image: registry.example/payments/settlement/%1$s:%3$s
            env:
            - name: SETTLEMENT_RECONCILIATION_WINDOW_OR_ADDRESS
              %4$s
    """
        .formatted(name, NAMESPACE, version, setting);
  }
}
