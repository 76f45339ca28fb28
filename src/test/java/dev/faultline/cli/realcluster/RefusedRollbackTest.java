package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.realcluster.OnRealCluster;
import dev.faultline.realcluster.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What speaks against a rollback is found before the click, and then nothing is changed. */
@OnRealCluster
class RefusedRollbackTest {

  private final RealCluster cluster;
  private final Night night;
  private String generation = "";

  RefusedRollbackTest(RealCluster cluster, @TempDir Path home) {
    this.cluster = cluster;
    this.night = new Night(cluster, home);
  }

  @BeforeEach
  void paymentIsBroken() {
    night.paymentIsBroken();
    generation = night.paymentGeneration();
  }

  @AfterEach
  void theNightIsOver() {
    night.close();
  }

  @Test
  void whoMayOnlyLookIsRefusedBeforeAnythingIsSent() {
    var refused = night.runAs(RealCluster.VIEWER, Night.rollback("payment", "1.4.2")).exits(1);

    assertThat(refused.err()).contains("You may not patch Deployment");
    nothingWasChanged();
  }

  @Test
  void aContextSetToReadOnlyIsNotWrittenTo() throws IOException {
    var settings = night.faultline().settingsFile();
    Files.createDirectories(settings.getParent());
    Files.writeString(settings, "contexts: {administrator: {readOnly: true}}\n");

    var refused = night.takePaymentBack("1.4.2").exits(1);

    assertThat(refused.err()).contains("administrator is set to read-only");
    nothingWasChanged();
  }

  @Test
  void aProtectedContextWantsTheServicesNameAndAPlainYesIsNotEnough() throws IOException {
    var copy = night.faultline().home().resolve("kubeconfig");
    var production = night.faultline().with(copy);
    renameContext(copy, "shop-prod");

    var yes = production.run(inProduction(Night.rollback("payment", "1.4.2"))).exits(1);
    var wrongName =
        production
            .run(inProduction(Night.asking("payment", "1.4.2", "--confirm", "order")))
            .exits(1);
    var typedWrong =
        production.run(() -> "y", inProduction(Night.asking("payment", "1.4.2"))).exits(1);

    assertThat(yes.err()).contains("protected context", "--confirm payment");
    assertThat(wrongName.err()).contains("protected context: type the service's name, payment");
    assertThat(typedWrong.err()).contains("type the service's name, payment");
    nothingWasChanged();

    production.run(inProduction(Night.asking("payment", "1.4.2", "--confirm", "payment"))).exits(0);
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
  }

  @Test
  void aQuotaThatLeavesNoRoomForAPodOfTheTargetBlocksIt() {
    var pods = night.kubectl("get", "pods", "-o", "name").lines().count();
    night.kubectl("create", "quota", "full", "--hard=pods=" + pods);
    night.await(
        "the quota's count",
        () -> night.field("quota/full", ".status.used.pods"),
        String.valueOf(pods)::equals);

    var refused = night.takePaymentBack("1.4.2").exits(1);

    assertThat(refused.err()).contains("exceeded quota: full");
    assertThat(refused.out()).containsPattern("server dry run of a pod +blocked");
    assertThat(refused.out()).containsPattern("server dry run +passed");
    nothingWasChanged();
  }

  @Test
  void whatTheTargetNeedsAndIsGoneIsNamed() {
    night.kubectl("delete", "configmap", "payment-config");
    night.kubectl("delete", "secret", "payment-db");
    night.kubectl("create", "secret", "generic", "payment-db", "--from-literal=user=payment");

    var refused = night.takePaymentBack("1.4.2").exits(1);

    assertThat(refused.err())
        .contains("ConfigMap payment-config is not there", "Secret payment-db has no key password");
    nothingWasChanged();
  }

  @Test
  void everyKindOfThingThatTheTargetNeedsAndIsNotThereIsNamedAtOnce() {
    releaseThatNeedsMuch();
    night.kubectl("rollout", "undo", "deployment/payment", "--to-revision=1");
    night.kubectl("rollout", "status", "deployment/payment", "--timeout=120s");
    generation = night.paymentGeneration();

    var refused = night.takePaymentBack("1.4.9").exits(1);

    assertThat(refused.err())
        .contains("ServiceAccount payment-robot is not there")
        .contains("PersistentVolumeClaim payment-data is not there")
        .contains("ConfigMap payment-flags is not there");
    assertThat(refused.out())
        .contains("Secret registry-login is not there: a private image can't be pulled without it");
    assertThat(night.paymentGeneration()).isEqualTo(generation);
    assertThat(night.faultline().journal().read().entries()).isEmpty();
  }

  /** A version of which no pod ever came up, for want of nearly everything. */
  private void releaseThatNeedsMuch() {
    night.kubectl(
        "patch",
        "deployment/payment",
        "-p",
        """
        {"spec": {"template": {"metadata": {"labels": {"version": "1.4.9"},
           "annotations": {"faultline.dev/simulate": null}},
         "spec": {"serviceAccountName": "payment-robot",
           "imagePullSecrets": [{"name": "registry-login"}],
           "volumes": [
             {"name": "data", "persistentVolumeClaim": {"claimName": "payment-data"}},
             {"name": "flags", "configMap": {"name": "payment-flags"}}],
           "containers": [{"name": "payment", "image": "shop/payment:1.4.9"}]}}}}
        """);
    night.await(
        "the revision of 1.4.9",
        () -> night.kubectl("get", "replicasets", "-l", "version=1.4.9", "-o", "name"),
        found -> !found.isEmpty());
  }

  @Test
  void whatArgoKeepsIsLeftToArgoUnlessTheGlassIsBroken() {
    night.kubectl(
        "annotate",
        "deployment/payment",
        "argocd.argoproj.io/tracking-id=shop:apps/Deployment:" + night.namespace() + "/payment");
    generation = night.paymentGeneration();

    var refused = night.takePaymentBack("1.4.2").exits(1);

    assertThat(refused.err()).contains("Argo CD", "--break-glass");
    nothingWasChanged();
    var done = night.takePaymentBack("1.4.2", "--break-glass").exits(0);
    assertThat(done.out()).containsPattern("owner +warning +Breaking the glass: .*Argo CD");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
  }

  @Test
  void aPausedDeploymentSaysHowToResumeIt() {
    night.kubectl("rollout", "pause", "deployment/payment");
    generation = night.paymentGeneration();

    var refused = night.takePaymentBack("1.4.2").exits(1);

    assertThat(refused.err()).contains("is paused", "rollout resume deployment/payment");
    nothingWasChanged();
  }

  @Test
  void anAutoscalerIsNamedAndTheReplicasAreLeftToIt() {
    night.kubectl("scale", "deployment/payment", "--replicas=4");
    night.kubectl("autoscale", "deployment/payment", "--min=2", "--max=6", "--cpu-percent=80");

    var done = night.takePaymentBack("1.4.2").exits(0);

    assertThat(done.out())
        .containsPattern(
            "autoscaler +warning +HorizontalPodAutoscaler .*payment.* sets the replicas");
    assertThat(night.field("deployment/payment", ".spec.replicas")).isEqualTo("4");
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.4.2");
  }

  private void nothingWasChanged() {
    assertThat(night.paymentImage()).isEqualTo("shop/payment:1.5.0");
    assertThat(night.paymentGeneration()).isEqualTo(generation);
    assertThat(night.paymentCause()).isEqualTo("payment 1.5.0");
    assertThat(night.faultline().journal().read().entries()).isEmpty();
  }

  private void renameContext(Path copy, String name) throws IOException {
    Files.copy(cluster.kubeconfig(), copy);
    cluster
        .kubectl(
            "--kubeconfig=" + copy, "config", "rename-context", RealCluster.ADMINISTRATOR, name)
        .orFail();
  }

  private String[] inProduction(String... words) {
    return night.here("shop-prod", words);
  }
}
