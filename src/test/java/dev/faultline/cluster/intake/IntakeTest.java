package dev.faultline.cluster.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ClusterEvent;
import dev.faultline.model.Configuration;
import dev.faultline.model.Kind;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.OtherObject;
import dev.faultline.model.Pod;
import dev.faultline.model.Workload;
import dev.faultline.testkit.States;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Whatever a cluster or a file hands over becomes the record of its kind, with gaps left empty. */
class IntakeTest {

  @Test
  void aDeploymentOfAFewLinesHasKubernetesDefaults() {
    var deployment =
        States.object(
            Workload.class,
            """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: payment, namespace: shop}
            """);

    assertThat(deployment.ref().describe()).isEqualTo("Deployment shop/payment");
    assertThat(deployment.replicas().wanted()).isEqualTo(1);
    assertThat(deployment.replicas().ready()).isZero();
    assertThat(deployment.historyLimit()).isEqualTo(10);
    assertThat(deployment.rollout().progressDeadline()).contains(Duration.ofMinutes(10));
    assertThat(deployment.template().version().text()).isEqualTo("unknown");
  }

  @Test
  void aLiveDeploymentTellsItsRolloutAndWhoWroteItsTemplate() {
    var deployment = States.object(Workload.class, States.resource("/intake/deployment.yaml"));

    assertThat(deployment.revisionNumber()).isEqualTo(5);
    assertThat(deployment.replicas().updated()).isEqualTo(1);
    assertThat(deployment.rollout().observedGeneration()).isEqualTo(7);
    assertThat(deployment.rollout().condition("Progressing"))
        .hasValueSatisfying(
            condition -> {
              assertThat(condition.reason()).isEqualTo("ReplicaSetUpdated");
              assertThat(condition.lastUpdate()).contains(Instant.parse("2026-03-01T02:55:00Z"));
            });
    assertThat(deployment.meta().managers())
        .extracting(manager -> manager.name() + " " + manager.touchesTemplate())
        .containsExactly("kubectl-set true", "kube-controller-manager false");
    assertThat(deployment.meta().annotations())
        .containsKey("kubernetes.io/change-cause")
        .doesNotContainKey("kubectl.kubernetes.io/last-applied-configuration");
  }

  @Test
  void whatIsReadIntoTheRecordIsNotKeptTwice() {
    var kept =
        States.object(Workload.class, States.resource("/intake/deployment.yaml")).manifest().read();

    assertThat(kept.tree().find("metadata", "managedFields")).isEmpty();
    assertThat(kept.annotations()).doesNotContainKey(MetaReader.LAST_APPLIED);
    assertThat(kept.tree().find("status")).isEmpty();
    assertThat(kept.podTemplate().objects("spec", "containers")).hasSize(1);
  }

  @Test
  void aDaemonSetWantsAPodOnEachNodeThatItsStatusCounts() {
    var agent =
        States.object(
            Workload.class,
            """
            apiVersion: apps/v1
            kind: DaemonSet
            metadata: {name: log-agent, namespace: platform}
            status: {desiredNumberScheduled: 7, numberReady: 6, updatedNumberScheduled: 5}
            """);

    assertThat(agent.replicas().wanted()).isEqualTo(7);
    assertThat(agent.replicas().ready()).isEqualTo(6);
    assertThat(agent.replicas().updated()).isEqualTo(5);
  }

  @Test
  void aScaledJobIsReadThroughTheTemplateOfItsJobs() {
    var invoices =
        States.object(
            Workload.class,
            """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledJob
            metadata:
              name: invoices
              managedFields:
                - {manager: kubectl, fieldsV1: {'f:spec': {'f:jobTargetRef': {'f:template': {}}}}}
                - {manager: keda, fieldsV1: {'f:spec': {'f:template': {}}}}
            spec: {jobTargetRef: {template: {spec: {containers: [{name: main, image: 'i:3.1.0'}]}}}}
            """);

    assertThat(invoices.template().version().text()).isEqualTo("3.1.0");
    assertThat(invoices.meta().managers())
        .extracting(manager -> manager.name() + " " + manager.touchesTemplate())
        .containsExactly("kubectl true", "keda false");
  }

  @Test
  void aJobThatIsOverWantsNothingMore() {
    var running = "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\nstatus: {active: 1}\n";
    var over =
        "apiVersion: batch/v1\nkind: Job\nmetadata: {name: j}\n"
            + "status: {conditions: [{type: Complete, status: 'True'}]}\n";

    assertThat(States.object(Workload.class, running).replicas().wanted()).isEqualTo(1);
    assertThat(States.object(Workload.class, over).replicas().wanted()).isZero();
  }

  @Test
  void aCrashingPodSaysWhyItsContainerWaitsAndHowItEnded() {
    var pod = States.object(Pod.class, States.resource("/intake/crashing-pod.yaml"));

    assertThat(pod.ready()).isFalse();
    assertThat(pod.restarts()).isEqualTo(4);
    assertThat(pod.templateHash()).isEqualTo("59d8cf5f7b");
    assertThat(pod.template()).as("its ReplicaSet has it").isEmpty();
    assertThat(pod.containers())
        .singleElement()
        .satisfies(
            container -> {
              assertThat(container.reason()).isEqualTo("CrashLoopBackOff");
              assertThat(container.imageId()).contains("@sha256:");
              assertThat(container.lastExit())
                  .hasValueSatisfying(exit -> assertThat(exit.code()).isEqualTo(1));
            });
  }

  @Test
  void aPodThatNobodyOwnsKeepsItsTemplate() {
    var pod =
        States.object(
            Pod.class,
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: debug, labels: {app: debug}}
            spec: {containers: [{name: shell, image: "busybox:1.37.0"}]}
            status:
              phase: Pending
              conditions:
                - {type: PodScheduled, status: "False", reason: Unschedulable, message: 0/3 nodes}
            """);

    assertThat(pod.template())
        .hasValueSatisfying(template -> assertThat(template.version().text()).isEqualTo("1.37.0"));
    assertThat(pod.reason()).isEqualTo("Unschedulable");
    assertThat(pod.message()).isEqualTo("0/3 nodes");
    assertThat(pod.containers()).extracting(Pod.ContainerState::state).containsExactly("waiting");
  }

  @Test
  void bothSortsOfEventsReadTheSame() {
    var core =
        States.object(
            ClusterEvent.class,
            """
            apiVersion: v1
            kind: Event
            metadata: {name: payment.1, namespace: shop}
            involvedObject: {apiVersion: v1, kind: Pod, namespace: shop, name: payment-1}
            type: Warning
            reason: BackOff
            message: Back-off restarting failed container
            source: {component: kubelet}
            count: 5
            lastTimestamp: "2026-03-01T02:59:00Z"
            """);
    var later =
        States.object(
            ClusterEvent.class,
            """
            apiVersion: events.k8s.io/v1
            kind: Event
            metadata: {name: payment.1, namespace: shop}
            regarding: {apiVersion: v1, kind: Pod, namespace: shop, name: payment-1}
            type: Warning
            reason: BackOff
            note: Back-off restarting failed container
            reportingController: kubelet
            series: {count: 5, lastObservedTime: "2026-03-01T02:59:00.000000Z"}
            """);

    assertThat(later.ref()).isEqualTo(core.ref());
    assertThat(later).usingRecursiveComparison().ignoringFields("meta", "first").isEqualTo(core);
    assertThat(core.ref().kind()).isEqualTo(Kind.EVENT);
  }

  @Test
  void aServiceKeepsSelectorAndPorts() {
    var service =
        States.object(
            KubernetesService.class,
            """
            apiVersion: v1
            kind: Service
            metadata: {name: payment}
            spec: {selector: {app: payment}, ports: [{port: 80, targetPort: http}, {port: 9000}]}
            """);

    assertThat(service.selector()).containsEntry("app", "payment");
    assertThat(service.ports())
        .extracting(KubernetesService.Port::targetPort)
        .containsExactly("http", "9000");
  }

  @Test
  void aConfigMapIsKnownByTheHashesOfItsValues() {
    var yaml = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: c}\ndata: {a: x, b: x, c: y}\n";
    var keys = States.object(Configuration.class, yaml).keys();

    assertThat(keys.get("a")).isEqualTo(keys.get("b")).isNotEqualTo(keys.get("c"));
  }

  @Test
  void aKindWithoutARecordOfItsOwnKeepsItsStatus() {
    var route =
        States.object(
            OtherObject.class,
            "apiVersion: x.dev/v1\nkind: Route\nmetadata: {name: r}\nstatus: {phase: Up}\n");

    assertThat(route.manifest().read().status().text("phase")).contains("Up");
  }

  @Test
  void nonsenseReadsAsEmptyAndNotAsAFailure() {
    var nonsense =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: [1], labels: 7, ownerReferences: none, creationTimestamp: yesterday}
        spec: {replicas: many, template: [], selector: {matchLabels: [a]}}
        status: {conditions: {type: Ready}, observedGeneration: -1.5}
        """;

    var deployment = States.object(Workload.class, nonsense);

    assertThat(deployment.meta().created()).isEmpty();
    assertThat(deployment.replicas().wanted()).isEqualTo(1);
    assertThat(deployment.template().images()).isEmpty();
  }
}
