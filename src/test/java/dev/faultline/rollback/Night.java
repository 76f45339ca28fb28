package dev.faultline.rollback;

import dev.faultline.cluster.intake.Intake;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.StateChange;
import dev.faultline.model.json.JsonObject;
import dev.faultline.model.json.YamlCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A cluster in the small hours, written down object by object: payment, of which 1.5.0 crashes and
 * 1.4.2 was good. Each object can be replaced by a later one of the same name.
 */
public final class Night {

  public static final Instant NOW = Instant.parse("2026-05-12T03:15:00Z");
  public static final ClusterId CLUSTER = new ClusterId("prod-eu");
  public static final ResourceRef PAYMENT = ref(Kind.DEPLOYMENT, "payment");

  private static final List<Kind> LIVE =
      List.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.DAEMON_SET,
          Kind.REPLICA_SET,
          Kind.CONTROLLER_REVISION,
          Kind.POD,
          Kind.SERVICE,
          Kind.ENDPOINT_SLICE,
          Kind.CONFIG_MAP,
          Kind.SECRET,
          Kind.AUTOSCALER,
          Kind.EVENT);

  private final Map<ResourceRef, Manifest> objects = new TreeMap<>();
  private final Map<Kind, Coverage> coverage = new TreeMap<>();

  public static ResourceRef ref(Kind kind, String name) {
    return new ResourceRef(CLUSTER, kind, "shop", name);
  }

  public static Manifest yaml(String text, Object... values) {
    return new Manifest((JsonObject) YamlCodec.readAll(text.formatted(values)).getFirst());
  }

  public Night put(Manifest manifest) {
    objects.put(manifest.ref(CLUSTER), manifest);
    return this;
  }

  public Night remove(Kind kind, String name) {
    objects.remove(ref(kind, name));
    return this;
  }

  public Night coverage(Kind kind, Coverage known) {
    coverage.put(kind, known);
    return this;
  }

  public ClusterState state() {
    var changes = new ArrayList<StateChange>();
    LIVE.forEach(kind -> changes.add(new StateChange.Covered(kind, new Coverage.Live())));
    coverage.forEach((kind, known) -> changes.add(new StateChange.Covered(kind, known)));
    objects
        .values()
        .forEach(object -> changes.add(new StateChange.Put(Intake.read(CLUSTER, object))));
    return ClusterState.empty(CLUSTER, NOW).apply(NOW, changes);
  }

  /** The Deployment, with the controller as far as it says. */
  public static Manifest deployment(String version, int generation, int observed) {
    return deployment(version, generation, observed, "");
  }

  /** The same with more lines of status, indented by two. */
  public static Manifest deployment(String version, int generation, int observed, String status) {
    return yaml(
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: payment
          namespace: shop
          uid: d-1
          resourceVersion: "100"
          generation: %d
          annotations:
            deployment.kubernetes.io/revision: "2"
            team: money
        spec:
          replicas: 2
          selector: {matchLabels: {app: payment}}
          template: %s
        status:
          observedGeneration: %d
        %s
        """,
        generation, template(version), observed, status);
  }

  /** In flow style, to stand anywhere. */
  private static String template(String version) {
    return """
    {metadata: {labels: {app: payment}}, spec: {containers: [{name: payment, \
    image: "registry.example/payment:%s"}]}}\
    """
        .formatted(version);
  }

  public static Manifest replicaSet(String name, String version, int number) {
    return yaml(
        """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: %1$s
          namespace: shop
          uid: uid-%1$s
          creationTimestamp: "2026-05-%2$02dT10:00:00Z"
          labels: {app: payment, pod-template-hash: "%1$s"}
          annotations: {deployment.kubernetes.io/revision: "%2$d"}
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: payment, uid: d-1, controller: true}]
        spec:
          replicas: 2
          template: %3$s
        """,
        name,
        number,
        template(version)
            .replace("{app: payment}", "{app: payment, pod-template-hash: \"" + name + "\"}"));
  }

  public static Manifest pod(String name, String replicaSet, boolean ready) {
    return pod(name, replicaSet, ready, 0, ready ? "running: {}" : "waiting: {reason: X}");
  }

  /** A pod with one container, and that container's state as YAML. */
  public static Manifest pod(
      String name, String replicaSet, boolean ready, int restarts, String state) {
    return yaml(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %1$s
          namespace: shop
          uid: uid-%1$s
          labels: {app: payment, pod-template-hash: "%2$s"}
          ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: %2$s, uid: uid-%2$s, controller: true}]
        spec:
          containers: [{name: payment, image: x}]
        status:
          phase: Running
          podIP: 10.0.0.1
          conditions: [{type: Ready, status: "%3$s"}]
          containerStatuses:
          - {name: payment, image: x, imageID: "registry.example/payment@sha256:1", ready: %4$b, restartCount: %5$d, state: {%6$s}}
        """,
        name, replicaSet, ready ? "True" : "False", ready, restarts, state);
  }

  public static Manifest service() {
    return yaml(
        """
        apiVersion: v1
        kind: Service
        metadata: {name: payment, namespace: shop, uid: s-1}
        spec: {selector: {app: payment}, ports: [{port: 80}]}
        """);
  }

  public static Manifest slice(boolean ready) {
    return yaml(
        """
        apiVersion: discovery.k8s.io/v1
        kind: EndpointSlice
        metadata: {name: payment-1, namespace: shop, labels: {kubernetes.io/service-name: payment}}
        endpoints: [{addresses: [10.0.0.1], conditions: {ready: %b}}]
        """,
        ready);
  }

  /** Payment on 1.5.0, whose two pods crash; 1.4.2 is still held. */
  public static Night incident() {
    return new Night()
        .put(deployment("1.5.0", 5, 5))
        .put(replicaSet("good", "1.4.2", 1))
        .put(replicaSet("bad", "1.5.0", 2))
        .put(pod("bad-1", "bad", false, 7, "waiting: {reason: CrashLoopBackOff}"))
        .put(pod("bad-2", "bad", false, 7, "waiting: {reason: CrashLoopBackOff}"))
        .put(service())
        .put(slice(false));
  }
}
