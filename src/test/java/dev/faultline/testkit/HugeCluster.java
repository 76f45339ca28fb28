package dev.faultline.testkit;

import dev.faultline.cluster.intake.Intake;
import dev.faultline.cluster.intake.Pool;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.StateChange;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A cluster for measuring: services in namespaces of sixty, each with a Service, two ReplicaSets,
 * three pods and calls to three others, of which one in a hundred fails.
 */
public final class HugeCluster {

  public static final ClusterId ID = new ClusterId("huge");
  public static final int NAMESPACE = 60;
  private static final int FAILS_EVERY = 100;
  private static final int PODS = 3;

  private static final String SERVICE =
      """
      {"apiVersion":"v1","kind":"Service","metadata":{"name":"NAME","namespace":"SPACE","uid":"s-NAME"},
      "spec":{"selector":{"app":"NAME"},"ports":[{"name":"http","port":8080}]}}
      """;

  private static final String TEMPLATE =
      """
      {"metadata":{"labels":{"app":"NAME"}},"spec":{"containers":[{"name":"application",\
      "image":"registry.example.org/SPACE/NAME:VERSION","ports":[{"containerPort":8080}],"env":[\
      {"name":"FIRST_URL","value":"http://CALL1:8080"},{"name":"SECOND_URL","value":"http://CALL2:8080"},\
      {"name":"THIRD_URL","value":"http://CALL3:8080"},{"name":"LOG_LEVEL","value":"info"}]}]}}\
      """;

  private static final String DEPLOYMENT =
      """
      {"apiVersion":"apps/v1","kind":"Deployment","metadata":{"name":"NAME","namespace":"SPACE",\
      "uid":"d-NAME","generation":2,"annotations":{"deployment.kubernetes.io/revision":"2"},\
      "creationTimestamp":"2026-02-01T03:00:00Z"},"spec":{"replicas":3,"selector":{"matchLabels":{"app":"NAME"}},\
      "template":TEMPLATE},"status":{"observedGeneration":2,"replicas":3,"updatedReplicas":3,\
      "readyReplicas":READY,"availableReplicas":READY}}
      """;

  private static final String REPLICA_SET =
      """
      {"apiVersion":"apps/v1","kind":"ReplicaSet","metadata":{"name":"NAME-REVISION","namespace":"SPACE",\
      "uid":"r-NAME-REVISION","annotations":{"deployment.kubernetes.io/revision":"REVISION"},"labels":{"app":"NAME"},\
      "creationTimestamp":"2026-02-0REVISIONT03:00:00Z","ownerReferences":[{"apiVersion":"apps/v1","kind":"Deployment",\
      "name":"NAME","uid":"d-NAME","controller":true}]},"spec":{"replicas":COUNT,"selector":{"matchLabels":{"app":"NAME"}},\
      "template":TEMPLATE},"status":{"replicas":COUNT,"readyReplicas":COUNT}}
      """;

  private static final String POD =
      """
      {"apiVersion":"v1","kind":"Pod","metadata":{"name":"NAME-2-POD","namespace":"SPACE","uid":"p-NAME-POD",\
      "labels":{"app":"NAME"},"ownerReferences":[{"apiVersion":"apps/v1","kind":"ReplicaSet","name":"NAME-2",\
      "uid":"r-NAME-2","controller":true}]},"spec":{"nodeName":"node-POD","containers":[{"name":"application",\
      "image":"registry.example.org/SPACE/NAME:1.1.0"}]},"status":{"phase":"Running","conditions":[\
      {"type":"Ready","status":"IS_READY"}],"containerStatuses":[{"name":"application","ready":BOOL,"restartCount":0,\
      "image":"registry.example.org/SPACE/NAME:1.1.0","imageID":"","state":{"running":{}}}]}}
      """;

  private HugeCluster() {}

  /** The whole of it, read as a cluster's lists are. */
  public static ClusterState state(int services, Instant now) {
    var intake = Intake.into(ID, new Pool());
    var changes = new ArrayList<StateChange>();
    for (Kind kind : List.of(Kind.DEPLOYMENT, Kind.REPLICA_SET, Kind.POD, Kind.SERVICE)) {
      changes.add(new StateChange.Covered(kind, new Coverage.Live()));
    }
    for (int i = 0; i < services; i++) {
      for (String text : objects(i, services)) {
        changes.add(
            new StateChange.Put(intake.read(new Manifest((JsonObject) JsonCodec.read(text)))));
      }
    }
    return ClusterState.empty(ID, now).apply(now, changes);
  }

  private static List<String> objects(int i, int services) {
    boolean fails = i % FAILS_EVERY == FAILS_EVERY - 1;
    var objects = new ArrayList<String>();
    objects.add(SERVICE);
    objects.add(DEPLOYMENT.replace("READY", fails ? "0" : "3"));
    objects.add(
        REPLICA_SET.replace("REVISION", "1").replace("COUNT", "0").replace("VERSION", "1.0.0"));
    objects.add(REPLICA_SET.replace("REVISION", "2").replace("COUNT", "3"));
    for (int pod = 0; pod < PODS; pod++) {
      objects.add(
          POD.replace("POD", Integer.toString(pod))
              .replace("IS_READY", fails ? "False" : "True")
              .replace("BOOL", fails ? "false" : "true"));
    }
    return objects.stream()
        .map(text -> text.replace("TEMPLATE", TEMPLATE))
        .map(text -> text.replace("VERSION", "1.1.0"))
        .map(text -> text.replace("CALL1", name(near(i, 1, services))))
        .map(text -> text.replace("CALL2", name(near(i, 7, services))))
        .map(text -> text.replace("CALL3", away(i, services)))
        .map(text -> text.replace("SPACE", space(i)).replace("NAME", name(i)))
        .toList();
  }

  /** Another of the same namespace. */
  private static int near(int i, int step, int services) {
    int first = i - i % NAMESPACE;
    int size = Math.min(NAMESPACE, services - first);
    return first + (i - first + step) % size;
  }

  /** One of another namespace, for every tenth; else a third of the same. */
  private static String away(int i, int services) {
    int other = (i * 7 + NAMESPACE) % services;
    return i % 10 == 0 ? name(other) + "." + space(other) : name(near(i, 13, services));
  }

  private static String space(int i) {
    return "team-" + i / NAMESPACE;
  }

  private static String name(int i) {
    return "service-" + i;
  }
}
