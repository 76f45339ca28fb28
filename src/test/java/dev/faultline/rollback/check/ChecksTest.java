package dev.faultline.rollback.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.rollback.Night;
import dev.faultline.rollback.Plans;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecksTest extends CheckBench {

  @Test
  void theTargetIsThereAndDiffers() {
    says(
        run(new TargetCheck()), CheckOutcome.Passed.class, "1.4.2 is held by ReplicaSet shop/good");
  }

  @Test
  void whatRunsAlreadyIsNoTarget() {
    live = Night.deployment("1.4.2", 5, 5);
    says(run(new TargetCheck()), CheckOutcome.Blocked.class, "1.4.2 runs already");
  }

  @Test
  void aReasonIsRequiredAndControlCharactersAreNone() {
    passes(run(new ReasonCheck()));
    reason = " \u001b\u0007 ";
    says(run(new ReasonCheck()), CheckOutcome.Blocked.class, "needs a reason");
  }

  @Test
  void aReadOnlyContextBlocks() {
    passes(run(new ReadOnlyCheck()));
    safety = new LinkedCluster.Safety(false, true, false);
    says(run(new ReadOnlyCheck()), CheckOutcome.Blocked.class, "prod-eu is set to read-only");
    safety = new LinkedCluster.Safety(true, false, false);
    says(run(new ReadOnlyCheck()), CheckOutcome.Passed.class, "must be typed");
  }

  @Test
  void permissionIsAskedForPatchOnTheVeryObject() {
    passes(run(new PermissionCheck()));
    assertThat(answers.asked)
        .containsExactly(dev.faultline.cluster.Action.on("patch", Night.PAYMENT));
    answers.permission = new Permission.Denied("no role");
    says(run(new PermissionCheck()), CheckOutcome.Blocked.class, "may not patch", "no role");
    answers.permission = new Permission.NotAnswered("timed out");
    says(run(new PermissionCheck()), CheckOutcome.NotChecked.class, "timed out");
  }

  @Test
  void whoeverRevertsItIsNamedAndBlocksUnlessTheGlassIsBroken() {
    passes(run(new OwnerCheck()));
    edit(
        Json.of("pay:apps/Deployment:shop/payment"),
        "metadata",
        "annotations",
        "argocd.argoproj.io/tracking-id");
    says(
        run(new OwnerCheck()),
        CheckOutcome.Blocked.class,
        "Argo CD application pay",
        "break the glass explicitly");
    options = OPTIONS.withBreakGlass(true);
    says(run(new OwnerCheck()), CheckOutcome.Warned.class, "Argo CD application pay", "self-heal");
  }

  @Test
  void fluxBlocksAndHelmWarns() {
    edit(Json.of("apps"), "metadata", "labels", "kustomize.toolkit.fluxcd.io/name");
    says(run(new OwnerCheck()), CheckOutcome.Blocked.class, "Flux Kustomization");
    live = Night.deployment("1.5.0", 5, 5);
    edit(Json.of("pay"), "metadata", "annotations", "meta.helm.sh/release-name");
    says(run(new OwnerCheck()), CheckOutcome.Warned.class, "Helm release pay", "helm upgrade");
  }

  @Test
  void whatAnOperatorOwnsIsNeverWrittenTo() {
    edit(
        JsonCodec.read(
            "[{\"apiVersion\":\"pay.example/v1\",\"kind\":\"Till\",\"name\":\"t\",\"uid\":\"u\",\"controller\":true}]"),
        "metadata",
        "ownerReferences");
    options = OPTIONS.withBreakGlass(true);
    says(run(new OwnerCheck()), CheckOutcome.Blocked.class, "Till t");
  }

  @Test
  void aPausedDeploymentBlocksAndSaysHowToResume() {
    passes(run(new PausedCheck()));
    edit(Json.of(true), "spec", "paused");
    says(
        run(new PausedCheck()),
        CheckOutcome.Blocked.class,
        "kubectl -n shop rollout resume deployment/payment");
  }

  @Test
  void theServersWordOnThePatchCounts() {
    passes(run(new DryRunCheck()));
    dryRun = Optional.of(new WriteResult.Invalid("field is immutable"));
    says(run(new DryRunCheck()), CheckOutcome.Blocked.class, "field is immutable");
    dryRun = Optional.of(new WriteResult.Forbidden("webhook says no"));
    says(run(new DryRunCheck()), CheckOutcome.Blocked.class, "webhook says no");
    dryRun = Optional.of(new WriteResult.Absent());
    says(run(new DryRunCheck()), CheckOutcome.Blocked.class, "gone");
    dryRun = Optional.of(new WriteResult.Conflict("x"));
    says(run(new DryRunCheck()), CheckOutcome.NotChecked.class, "changed with every try");
    dryRun = Optional.of(new WriteResult.Failed("no answer", false));
    says(run(new DryRunCheck()), CheckOutcome.NotChecked.class, "no answer");
  }

  @Test
  void aWebhookThatMakesSomethingElseOfItIsNamed() {
    dryRun = Optional.of(new WriteResult.Accepted(Night.deployment("1.4.3", 6, 5)));
    says(
        run(new DryRunCheck()),
        CheckOutcome.Warned.class,
        "/spec/template/spec/containers/0/image");
  }

  @Test
  void theTriedPodIsThatOfTheTemplateAndBelongsToNobody() {
    passes(run(new PodDryRunCheck()));
    var created = (dev.faultline.cluster.Write.Create) answers.writes.getFirst();
    assertThat(created.dryRun()).isTrue();
    assertThat(created.ref()).isEqualTo(Night.ref(Kind.POD, "payment-dry-run"));
    assertThat(created.manifest().labels()).containsOnly(java.util.Map.entry("app", "payment"));
    assertThat(created.manifest().tree().find("metadata", "ownerReferences")).isEmpty();
    assertThat(created.manifest().spec().toString()).contains("payment:1.4.2");
  }

  @Test
  void aQuotaThatRefusesTheSurgePodBlocks() {
    answers.created = new WriteResult.Forbidden("pods \"x\" is forbidden: exceeded quota: q");
    says(run(new PodDryRunCheck()), CheckOutcome.Blocked.class, "one pod more", "exceeded quota");
  }

  @ParameterizedTest
  @CsvSource({"Recreate,", "RollingUpdate,0", "RollingUpdate,0%"})
  void aQuotaOnlyWarnsWherePodsGoBeforeOthersCome(String type, String surge) {
    answers.created = new WriteResult.Invalid("exceeded quota: q");
    edit(Json.of(type), "spec", "strategy", "type");
    if (surge != null) {
      edit(Json.of(surge), "spec", "strategy", "rollingUpdate", "maxSurge");
    }
    says(run(new PodDryRunCheck()), CheckOutcome.Warned.class, "exceeded quota");
  }

  @Test
  void aRefusalByAdmissionBlocksAndWantOfRightsDoesNot() {
    answers.created = new WriteResult.Forbidden("violates PodSecurity \"restricted\"");
    says(run(new PodDryRunCheck()), CheckOutcome.Blocked.class, "PodSecurity");
    answers.created =
        new WriteResult.Forbidden("User \"u\" cannot create resource \"pods\" in API group");
    says(run(new PodDryRunCheck()), CheckOutcome.NotChecked.class, "may not create pods");
    answers.permission = new Permission.Denied("no");
    answers.writes.clear();
    says(run(new PodDryRunCheck()), CheckOutcome.NotChecked.class, "may not create pods");
    assertThat(answers.writes).isEmpty();
  }

  @Test
  void whatTheTargetNeedsAndIsMissingBlocks() {
    targetSpec(
        """
        {"serviceAccountName":"pay","imagePullSecrets":[{"name":"pull"}],
         "containers":[{"name":"c","image":"registry.example/payment:1.4.2",
           "env":[{"name":"A","valueFrom":{"configMapKeyRef":{"name":"conf","key":"a"}}},
                  {"name":"B","valueFrom":{"configMapKeyRef":{"name":"conf","key":"b","optional":true}}},
                  {"name":"P","valueFrom":{"secretKeyRef":{"name":"db","key":"pw"}}}]}],
         "volumes":[{"name":"d","persistentVolumeClaim":{"claimName":"data"}}]}
        """);
    says(
        run(new ReferencesCheck()),
        CheckOutcome.Blocked.class,
        "ConfigMap conf is not there: put it back",
        "ServiceAccount pay is not there",
        "PersistentVolumeClaim data is not there",
        "Secret pull is not there: a private image");

    there("v1", "ServiceAccount", "pay", "");
    there("v1", "PersistentVolumeClaim", "data", "");
    there("v1", "ConfigMap", "conf", "data: {a: x}");
    there("v1", "Secret", "db", "data: {other: x}");
    says(run(new ReferencesCheck()), CheckOutcome.Blocked.class, "Secret db has no key pw");

    there("v1", "Secret", "db", "data: {pw: x}");
    says(
        run(new ReferencesCheck()),
        CheckOutcome.Warned.class,
        "ConfigMap conf has no key b; it is optional",
        "Secret pull is not there");

    there("v1", "Secret", "pull", "data: {}");
    there("v1", "ConfigMap", "conf", "data: {a: x}\nbinaryData: {b: x}");
    says(run(new ReferencesCheck()), CheckOutcome.Passed.class, "All 6 objects and keys");
  }

  @Test
  void aSecretThatMayNotBeReadIsNotCheckedAndNotWell() {
    targetSpec(
        """
        {"containers":[{"name":"c","image":"registry.example/payment:1.4.2",
           "env":[{"name":"P","valueFrom":{"secretKeyRef":{"name":"db","key":"pw"}}}]}]}
        """);
    answers.objects.put(
        Night.ref(Kind.SECRET, "db"), new Reading.Forbidden("secrets is forbidden"));
    says(run(new ReferencesCheck()), CheckOutcome.NotChecked.class, "secrets is forbidden");
    there("v1", "Secret", "db", "type: Opaque");
    says(run(new ReferencesCheck()), CheckOutcome.NotChecked.class, "its keys may not be read");
    answers.objects.put(Night.ref(Kind.SECRET, "db"), new Reading.Failed("timed out"));
    says(run(new ReferencesCheck()), CheckOutcome.NotChecked.class, "timed out");
  }

  @ParameterizedTest
  @CsvSource({
    "a/b:1.4.2,false",
    "a/b,true",
    "a/b:latest,true",
    "host:5000/b,true",
    "host:5000/b:2,false",
    "a/b@sha256:0,false",
    "a/b:latest@sha256:0,false",
    "a/b:Main,true"
  })
  void tagsThatMoveAreToldFromTagsThatStay(String image, boolean mutable) {
    assertThat(ImageCheck.isMutable(image)).isEqualTo(mutable);
  }

  @Test
  void aMovingTagWarnsWithWhatReallyRan() {
    says(run(new ImageCheck()), CheckOutcome.Passed.class, "No pod is left");
    targetSpec("{\"containers\":[{\"name\":\"payment\",\"image\":\"registry.example/payment\"}]}");
    var holder = Night.replicaSet("good", "1.4.2", 1);
    night.put(Night.pod("good-1", "good", true));
    night.put(
        new Manifest(
            holder
                .tree()
                .with(Json.of("1.4.2"), "spec", "template", "metadata", "annotations", "version")
                .with(
                    JsonCodec.read("{\"containers\":[{\"name\":\"payment\",\"image\":\"r/p\"}]}"),
                    "spec",
                    "template",
                    "spec")));
    says(
        run(new ImageCheck()),
        CheckOutcome.Warned.class,
        "r/p of container payment may mean another image",
        "sha256:1");
  }

  @Test
  void anAutoscalerKeepsTheReplicas() {
    passes(run(new AutoscalerCheck()));
    night.coverage(Kind.AUTOSCALER, new Coverage.Forbidden("no"));
    says(run(new AutoscalerCheck()), CheckOutcome.NotChecked.class, "may not be read: no");
    night.put(scaler("autoscaling/v2", "HorizontalPodAutoscaler", "other"));
    says(run(new AutoscalerCheck()), CheckOutcome.NotChecked.class);
    night.put(scaler("autoscaling/v2", "HorizontalPodAutoscaler", "payment"));
    says(
        run(new AutoscalerCheck()),
        CheckOutcome.Warned.class,
        "HorizontalPodAutoscaler shop/scaler sets the replicas");
  }

  @Test
  void aKedaObjectWithoutKindMeansADeployment() {
    night.put(
        Night.yaml(
            """
            apiVersion: keda.sh/v1alpha1
            kind: ScaledObject
            metadata: {name: k, namespace: shop}
            spec: {scaleTargetRef: {name: payment}}
            """));
    says(run(new AutoscalerCheck()), CheckOutcome.Warned.class, "ScaledObject shop/k");
  }

  @Test
  void aRolloutUnderWayIsTold() {
    live = Night.deployment("1.5.0", 5, 5, "  replicas: 3\n  updatedReplicas: 1\n");
    says(run(new RolloutCheck()), CheckOutcome.Warned.class, "A rollout to 1.5.0 is under way");
    live = Night.deployment("1.5.0", 5, 5, "  replicas: 2\n  updatedReplicas: 2\n");
    passes(run(new RolloutCheck()));
    live = Night.deployment("1.5.0", 5, 4, "  replicas: 2\n  updatedReplicas: 2\n");
    says(run(new RolloutCheck()), CheckOutcome.Warned.class, "not yet seen");
  }

  @Test
  void updateStrategiesThatNeedPeopleOrStopAllAreTold() {
    passes(run(new UpdateStrategyCheck()));
    edit(Json.of("Recreate"), "spec", "strategy", "type");
    says(run(new UpdateStrategyCheck()), CheckOutcome.Warned.class, "all pods stop");
  }

  @Test
  void aHistoryLimitOfNoneMeansNoWayBack() {
    says(run(new HistoryCheck()), CheckOutcome.Passed.class, "1 of 10 old revisions");
    edit(Json.of(0), "spec", "revisionHistoryLimit");
    says(run(new HistoryCheck()), CheckOutcome.Warned.class, "1.5.0 is removed", "can't be undone");
  }

  @Test
  void theNextRevisionToExpireIsNamed() {
    night.put(Night.replicaSet("older", "1.4.0", 0));
    edit(Json.of(2), "spec", "revisionHistoryLimit");
    says(run(new HistoryCheck()), CheckOutcome.Passed.class, "at the next release 1.4.0 expires");
  }

  @Test
  void aCheckThatBreaksIsNotCheckedAndTheOthersRun() {
    answers.broken = true;
    night.put(live);
    var plan = Plans.of(night.state(), live, "1.4.2", options);
    var told = new java.util.ArrayList<CheckResult>();
    var results =
        Checks.run(
            new CheckContext(plan, night.state(), answers, safety, new WriteResult.Conflict("x")),
            told::add);

    assertThat(results).hasSize(16).extracting(CheckResult::name).doesNotHaveDuplicates();
    assertThat(told).as("each is told as it comes, in the order they are shown").isEqualTo(results);
    assertThat(results).extracting(CheckResult::name).isEqualTo(Checks.names());
    assertThat(results.get(3).outcome()).isInstanceOf(CheckOutcome.NotChecked.class);
    assertThat(results.get(0).outcome()).isInstanceOf(CheckOutcome.Passed.class);
    assertThat(results).noneMatch(CheckResult::blocks);
  }

  private void there(String apiVersion, String kind, String name, String more) {
    var manifest =
        Night.yaml(
            "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: shop}\n%s\n",
            apiVersion, kind, name, more);
    answers.objects.put(manifest.ref(Night.CLUSTER), new Reading.Found(manifest));
  }

  private static Manifest scaler(String apiVersion, String kind, String target) {
    return Night.yaml(
        """
        apiVersion: %s
        kind: %s
        metadata: {name: scaler, namespace: shop}
        spec: {scaleTargetRef: {apiVersion: apps/v1, kind: Deployment, name: %s}}
        """,
        apiVersion, kind, target);
  }
}
