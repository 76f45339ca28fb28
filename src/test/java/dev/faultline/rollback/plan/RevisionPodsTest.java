package dev.faultline.rollback.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Pod;
import dev.faultline.model.Workload;
import dev.faultline.model.json.Json;
import dev.faultline.rollback.Night;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whose pods are counted decides whether a rollback is called done. */
class RevisionPodsTest {

  private final Night night = Night.incident();

  private RevisionPods of(Kind kind, String name, String revision) {
    var state = night.state();
    var holder =
        state
            .list(revision.startsWith("db") ? Kind.CONTROLLER_REVISION : Kind.REPLICA_SET, "shop")
            .stream()
            .filter(object -> object.ref().name().equals(revision))
            .map(Workload.class::cast)
            .findFirst()
            .orElseThrow();
    var workload = state.find(Night.ref(kind, name), Workload.class).orElseThrow();
    return RevisionPods.of(state, workload, Set.of(holder.template().hash()));
  }

  private static List<String> names(List<Pod> pods) {
    return pods.stream().map(pod -> pod.ref().name()).sorted().toList();
  }

  private static Manifest ownedBy(Manifest object, String uid) {
    var owner =
        Night.yaml(
            "{apiVersion: apps/v1, kind: Deployment, name: canary, uid: %s, controller: true}",
            uid);
    return new Manifest(
        object.tree().with(Json.array(owner.tree()), "metadata", "ownerReferences"));
  }

  private static Manifest over(Manifest pod, String phase) {
    return new Manifest(pod.tree().with(Json.of(phase), "status", "phase"));
  }

  @Test
  void podsOfAnotherDeploymentWithTheSameTemplateAreNotCounted() {
    night
        .put(Night.pod("good-1", "good", true))
        .put(ownedBy(Night.replicaSet("canary-good", "1.4.2", 1), "d-2"))
        .put(Night.pod("canary-1", "canary-good", true));

    var pods = of(Kind.DEPLOYMENT, "payment", "good");

    assertThat(names(pods.target())).containsExactly("good-1");
    assertThat(names(pods.others())).containsExactly("bad-1", "bad-2");
    assertThat(names(pods.all().toList())).containsExactly("bad-1", "bad-2", "good-1");
  }

  @Test
  void podsThatAreOverAreNeitherOfTheTargetNorLeftOver() {
    night
        .put(over(Night.pod("good-evicted", "good", false), "Failed"))
        .put(over(Night.pod("good-finished", "good", false), "Succeeded"))
        .put(Night.pod("good-1", "good", true));

    assertThat(names(of(Kind.DEPLOYMENT, "payment", "good").target())).containsExactly("good-1");
  }

  @Test
  void aStatefulSetsPodsAreItsOwnEvenIfAnotherMarksItsAlike() {
    night
        .put(statefulSet())
        .put(revision("db-7d9c", 1))
        .put(revision("db-8b4f", 2))
        .put(pod("db-0", "db-7d9c", "s-1"))
        .put(pod("db-1", "db-8b4f", "s-1"))
        .put(pod("stranger-0", "db-7d9c", "s-2"));

    var pods = of(Kind.STATEFUL_SET, "db", "db-7d9c");

    assertThat(names(pods.target())).containsExactly("db-0");
    assertThat(names(pods.others())).containsExactly("db-1");
  }

  @Test
  void aDaemonSetMarksItsPodsByTheEndOfTheRevisionsName() {
    night
        .put(statefulSet())
        .put(revision("db-7d9c", 1))
        .put(pod("db-a", "7d9c", "s-1"))
        .put(pod("db-b", "db-7d9c-other", "s-1"));

    assertThat(names(of(Kind.STATEFUL_SET, "db", "db-7d9c").target())).containsExactly("db-a");
  }

  private static Manifest statefulSet() {
    return Night.yaml(
        """
        apiVersion: apps/v1
        kind: StatefulSet
        metadata: {name: db, namespace: shop, uid: s-1}
        spec: {template: {spec: {containers: [{name: db, image: "db:1"}]}}}
        """);
  }

  private static Manifest revision(String name, int version) {
    return Night.yaml(
        """
        apiVersion: apps/v1
        kind: ControllerRevision
        metadata:
          name: %s
          namespace: shop
          ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: s-1, controller: true}]
        revision: %d
        data: {spec: {template: {spec: {containers: [{name: db, image: "db:%2$d"}]}}}}
        """,
        name, version);
  }

  private static Manifest pod(String name, String mark, String owner) {
    return Night.yaml(
        """
        apiVersion: v1
        kind: Pod
        metadata:
          name: %s
          namespace: shop
          uid: uid-%1$s
          labels: {controller-revision-hash: %2$s}
          ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: x, uid: %3$s, controller: true}]
        spec: {containers: [{name: db, image: x}]}
        status: {phase: Running}
        """,
        name, mark, owner);
  }
}
