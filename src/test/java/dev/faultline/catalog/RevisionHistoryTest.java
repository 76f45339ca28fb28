package dev.faultline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.testkit.States;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The revisions one can go back to, by names that outlive a renumbering. */
class RevisionHistoryTest {

  private static final ClusterState INCIDENT = States.ofResource("/catalog/incident.yaml");

  private static Service service(ClusterState state) {
    return ServiceCatalog.of(state).services().getFirst();
  }

  private static List<String> inShort(Service service) {
    return service.revisions().stream()
        .map(
            revision ->
                "#%d %s %d/%d%s"
                    .formatted(
                        revision.number(),
                        revision.version().text(),
                        revision.readyPods(),
                        revision.pods(),
                        revision.current() ? " current" : ""))
        .toList();
  }

  @Test
  void theNewestComesFirstWithThePodsThatRunIt() {
    assertThat(inShort(service(INCIDENT))).containsExactly("#5 1.5.0 0/2 current", "#4 1.4.2 2/2");
  }

  @Test
  void eachTellsWhoWhyWhenAndWhatReallyRan() {
    var revisions = service(INCIDENT).revisions();

    assertThat(revisions.getFirst().author()).contains("ci-pipeline");
    assertThat(revisions.getFirst().changeCause()).contains("payment 1.5.0");
    assertThat(revisions.getFirst().digests()).containsExactly("sha256:" + "5".repeat(64));
    assertThat(revisions.getLast().changeCause()).contains("payment 1.4.2");
    assertThat(revisions.getLast().author()).as("nobody remembers").isEmpty();
    assertThat(revisions.getLast().created())
        .contains(java.time.Instant.parse("2026-02-20T09:00:00Z"));
    assertThat(revisions.getLast().heldBy().describe()).isEqualTo("ReplicaSet shop/payment-old");
  }

  @Test
  void aStatefulSetsRevisionsKnowTheirPodsByTheirMark() {
    assertThat(inShort(service(States.ofResource("/catalog/statefulset.yaml"))))
        .containsExactly("#2 17.3 0/1 current", "#1 17.2 1/1");
  }

  @Test
  void theCauseOfWhatRunsNowStandsOnTheStatefulSetAsItsReusedRevisionKeepsAnOldOne() {
    var state =
        States.of(
            """
            apiVersion: apps/v1
            kind: StatefulSet
            metadata: {name: db, uid: s-1, annotations: {kubernetes.io/change-cause: "Rolled back 2 → 1: slow"}}
            spec: {template: {spec: {containers: [{name: db, image: "db:1"}]}}}
            ---
            apiVersion: apps/v1
            kind: ControllerRevision
            metadata:
              name: db-1
              annotations: {kubernetes.io/change-cause: first release}
              ownerReferences: [{apiVersion: apps/v1, kind: StatefulSet, name: db, uid: s-1, controller: true}]
            revision: 3
            data: {spec: {template: {$patch: replace, spec: {containers: [{name: db, image: "db:1"}]}}}}
            """);

    assertThat(service(state).revisions())
        .singleElement()
        .satisfies(
            revision -> assertThat(revision.changeCause()).contains("Rolled back 2 → 1: slow"));
  }

  @Test
  void twoReplicaSetsOfOneTemplateAreOneRevision() {
    var twin =
        """
        apiVersion: apps/v1
        kind: ReplicaSet
        metadata:
          name: payment-old-twin
          namespace: shop
          annotations: {deployment.kubernetes.io/revision: "1"}
          ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: payment, uid: d-1, controller: true}]
        spec:
          template:
            metadata: {labels: {app: payment, version: "1.4.2", pod-template-hash: twin}}
            spec: {containers: [{name: payment, image: "shop/payment:1.4.2"}]}
        """;

    assertThat(inShort(service(States.with(INCIDENT, twin))))
        .containsExactly("#5 1.5.0 0/2 current", "#4 1.4.2 2/2");
  }

  @Test
  void aTemplateThatIsNotRolledOutYetIsTheCurrentRevisionAllTheSame() {
    var state =
        States.of(
            States.resource("/catalog/incident.yaml")
                .replaceFirst("generation: 7", "generation: 8")
                .replaceFirst("image: \"shop/payment:1.5.0\"", "image: \"shop/payment:1.5.0-2\""));

    var revisions = service(state).revisions();

    assertThat(revisions).hasSize(3);
    assertThat(revisions.getFirst().current()).isTrue();
    assertThat(revisions.getFirst().heldBy().describe()).isEqualTo("Deployment shop/payment");
    assertThat(revisions.stream().filter(Revision::current)).hasSize(1);
  }

  @Test
  void aTemplateKeptByAnOlderServerIsStillTheOneTheControllerRunsNow() {
    var state =
        States.of(
            States.resource("/catalog/statefulset.yaml")
                .replaceFirst(
                    "image: \"postgres:17.3\"}", "image: \"postgres:17.3\", newDefault: x}"));

    assertThat(inShort(service(state))).containsExactly("#2 17.3 0/1 current", "#1 17.2 1/1");
  }

  @Test
  void theWholeTemplateOfAnyRevisionCanBeHad() {
    var old = service(States.ofResource("/catalog/statefulset.yaml")).revisions().getLast();
    var template =
        RevisionTemplates.of(States.ofResource("/catalog/statefulset.yaml"), old).orElseThrow();

    assertThat(template.find("$patch")).isEmpty();
    assertThat(template.objects("spec", "containers").findFirst().orElseThrow().text("image"))
        .contains("postgres:17.2");
    assertThat(RevisionTemplates.of(INCIDENT, service(INCIDENT).revisions().getLast())).isPresent();
    assertThat(RevisionTemplates.of(States.of(), old)).isEmpty();
  }

  private static String found(String text) {
    return switch (RevisionSearch.find(INCIDENT, service(INCIDENT), text)) {
      case RevisionSearch.Answer.One one -> one.revision().version().text();
      case RevisionSearch.Answer.Several several -> "several: " + several.candidates().size();
      case RevisionSearch.Answer.None ignored -> "none";
    };
  }

  @Test
  void aRevisionIsFoundByNumberVersionOrIdentity() {
    var id = service(INCIDENT).revisions().getLast().shortId();

    assertThat(found("#4")).isEqualTo("1.4.2");
    assertThat(found("4")).isEqualTo("1.4.2");
    assertThat(found("#3")).as("the number it had before").isEqualTo("1.4.2");
    assertThat(found("v1.5.0")).isEqualTo("1.5.0");
    assertThat(found("1.5")).isEqualTo("none");
    assertThat(found(id)).isEqualTo("1.4.2");
    assertThat(found("live")).isEqualTo("1.5.0");
    assertThat(found("#9")).isEqualTo("none");
    assertThat(found("")).isEqualTo("none");
  }

  @Test
  void twoRevisionsOfOneVersionAreBothNamed() {
    var state =
        States.of(
            States.resource("/catalog/incident.yaml")
                .replace("version: \"1.4.2\"", "version: \"1.5.0\""));

    assertThat(RevisionSearch.find(state, service(state), "1.5.0"))
        .isInstanceOfSatisfying(
            RevisionSearch.Answer.Several.class,
            several ->
                assertThat(several.candidates())
                    .extracting(Revision::number)
                    .containsExactly(5L, 4L));
  }
}
