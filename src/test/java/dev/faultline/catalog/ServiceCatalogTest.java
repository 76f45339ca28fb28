package dev.faultline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.Coverage;
import dev.faultline.model.Health;
import dev.faultline.model.Kind;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Service;
import dev.faultline.testkit.States;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an engineer sees first: each service once, with all that belongs to it. */
class ServiceCatalogTest {

  private static List<String> names(ServiceCatalog catalog) {
    return catalog.services().stream().map(service -> service.ref().describe()).toList();
  }

  private static Service payment() {
    var catalog = ServiceCatalog.of(States.ofResource("/catalog/incident.yaml"));
    return catalog
        .find(new ResourceRef(States.CLUSTER, Kind.DEPLOYMENT, "shop", "payment"))
        .orElseThrow();
  }

  @Test
  void aDeploymentIsOneServiceWithThePodsOfAllItsReplicaSets() {
    var catalog = ServiceCatalog.of(States.ofResource("/catalog/incident.yaml"));

    assertThat(names(catalog)).containsExactly("Deployment shop/payment");
    assertThat(payment().pods()).hasSize(4);
    assertThat(payment().restarts()).isEqualTo(9);
    assertThat(payment().version().text()).isEqualTo("1.5.0");
    assertThat(payment().readOnly()).isFalse();
  }

  @Test
  void onlyKubernetesServicesOfItsNamespaceThatSelectItsPodsStandInFront() {
    assertThat(payment().fronts())
        .extracting(ResourceRef::path)
        .containsExactly("shop/payment", "shop/payment-canary");
  }

  @Test
  void itsConfigurationIsWhatItsTemplateNames() {
    assertThat(payment().configuration())
        .extracting(Reference::name)
        .containsExactly("payment-config");
  }

  @Test
  void newPodsThatCrashWhileOldOnesServeAreNamedByTheirVersion() {
    assertThat(payment().health().status()).isEqualTo(Health.Status.DEGRADED);
    assertThat(payment().health().reasons())
        .containsExactly(
            "2 of 3 pods ready",
            "1.5.0 (new) has 0 of 2 pods ready",
            "1.4.2 has 2 of 2 pods ready",
            "2 pods: container payment CrashLoopBackOff (exit code 1)");
  }

  @Test
  void everyKindThatRunsPodsCanBeAServiceOfItsOwn() {
    var catalog = ServiceCatalog.of(States.ofResource("/catalog/kinds.yaml"));

    assertThat(names(catalog))
        .containsExactlyInAnyOrder(
            "CronJob default/nightly",
            "DaemonSet default/agent",
            "Deployment default/web",
            "Job default/migration",
            "Pod default/debug",
            "ReplicaSet default/bare",
            "ScaledJob default/invoices",
            "StatefulSet default/db",
            "StatefulSet default/kafka",
            "Pod default/broker-0");
  }

  @Test
  void aWorkloadOfAnUnknownOwnerIsShownButNotWrittenTo() {
    var catalog = ServiceCatalog.of(States.ofResource("/catalog/kinds.yaml"));

    assertThat(catalog.services().stream().filter(Service::readOnly))
        .extracting(service -> service.ref().name() + ": " + service.ownership().describe())
        .containsExactly("broker-0: StrimziPodSet broker", "kafka: Kafka events");
  }

  @Test
  void aCronJobHasThePodsOfItsJobs() {
    var catalog = ServiceCatalog.of(States.ofResource("/catalog/kinds.yaml"));

    assertThat(catalog.find("nightly").getFirst().pods())
        .extracting(pod -> pod.ref().name())
        .containsExactly("nightly-1-x");
  }

  @Test
  void aScaledJobHasTheVersionOfItsTemplateAndThePodsOfItsJobs() {
    var catalog = ServiceCatalog.of(States.ofResource("/catalog/kinds.yaml"));

    var invoices = catalog.find("invoices").getFirst();
    assertThat(invoices.version().text()).isEqualTo("3.1.0");
    assertThat(invoices.replicas().wanted()).isEqualTo(1);
    assertThat(invoices.pods())
        .extracting(pod -> pod.ref().name())
        .containsExactly("invoices-x7k2p-a");
  }

  @Test
  void theJobsOfAScaledJobThatWasNotReadStandForIt() {
    var job =
        """
        apiVersion: batch/v1
        kind: Job
        metadata:
          name: invoices-x7k2p
          ownerReferences: [{apiVersion: keda.sh/v1alpha1, kind: ScaledJob, name: invoices, controller: true}]
        """;
    var unread = States.covered(States.of(job), Kind.SCALED_JOB, new Coverage.NotServed());
    var gone = States.covered(unread, Kind.SCALED_JOB, new Coverage.Live());

    assertThat(names(ServiceCatalog.of(unread))).containsExactly("Job default/invoices-x7k2p");
    assertThat(names(ServiceCatalog.of(gone))).as("its ScaledJob is deleted").isEmpty();
  }

  @Test
  void aReplicaSetWhoseDeploymentMayNotBeReadStandsForIt() {
    var state =
        States.covered(
            States.of(
                """
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata:
                  name: hidden-1
                  ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: hidden, controller: true}]
                """),
            Kind.DEPLOYMENT,
            new Coverage.Forbidden("no list on deployments"));

    assertThat(ServiceCatalog.of(state).services())
        .singleElement()
        .matches(Service::readOnly)
        .extracting(service -> service.ref().name())
        .isEqualTo("hidden-1");
  }

  @Test
  void aChildOfADeletedNamesakeIsNotCounted() {
    var catalog =
        ServiceCatalog.of(
            States.of(
                """
                apiVersion: apps/v1
                kind: ReplicaSet
                metadata: {name: again, uid: second}
                ---
                apiVersion: v1
                kind: Pod
                metadata:
                  name: again-x
                  ownerReferences: [{apiVersion: apps/v1, kind: ReplicaSet, name: again, uid: first, controller: true}]
                """));

    assertThat(catalog.find("default/again").getFirst().pods()).isEmpty();
  }
}
