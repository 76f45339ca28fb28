package dev.faultline.rollback.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.Night;
import dev.faultline.rollback.Plans;
import dev.faultline.rollback.patch.JsonPatch;
import dev.faultline.rollback.patch.JsonTrees;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RollbackPlannerTest {

  private static final RollbackRequest.Options OPTIONS = RollbackRequest.Options.DEFAULT;

  private static Manifest patched(RollbackPlan plan, Manifest live) {
    return new Manifest((JsonObject) JsonPatch.apply(live.tree(), plan.operations()));
  }

  @Provide
  Arbitrary<JsonObject> podSpecs() {
    return JsonTrees.objects();
  }

  @Property(tries = 300)
  void whateverTheTemplatesLookLikeThePatchGivesExactlyTheTarget(
      @ForAll("podSpecs") JsonObject from, @ForAll("podSpecs") JsonObject to) {
    var live =
        new Manifest(
            Night.deployment("1.5.0", 5, 5).tree().with(from, "spec", "template", "spec", "x"));
    var holder =
        new Manifest(
            Night.replicaSet("good", "1.4.2", 1).tree().with(to, "spec", "template", "spec", "x"));
    var night = Night.incident().put(holder).put(live);

    var plan = Plans.of(night.state(), live, "1.4.2", OPTIONS);
    var after = patched(plan, live);

    assertThat(after.podTemplate())
        .isEqualTo(holder.podTemplate().without("metadata", "labels", "pod-template-hash"));
    assertThat(after.spec().without("template")).isEqualTo(live.spec().without("template"));
  }

  @Test
  void onlyTheImageAndTheChangeCauseArePatched() {
    var live = Night.deployment("1.5.0", 5, 5);
    var plan = Plans.of(Night.incident().state(), live, "1.4.2", OPTIONS);

    assertThat(plan.operations())
        .containsExactly(
            new PatchOperation.Replace(
                List.of("spec", "template", "spec", "containers", "0", "image"),
                Json.of("registry.example/payment:1.4.2")),
            new PatchOperation.Add(
                List.of("metadata", "annotations", "kubernetes.io/change-cause"),
                Json.of("Rolled back 1.5.0 → 1.4.2: payments fail")));
    assertThat(patched(plan, live).annotations()).containsEntry("team", "money");
    assertThat(plan.title()).isEqualTo("Roll back payment to 1.4.2");
  }

  @Test
  void anObjectWithoutAnnotationsGetsThem() {
    var live =
        new Manifest(Night.deployment("1.5.0", 5, 5).tree().without("metadata", "annotations"));
    var plan = Plans.of(Night.incident().put(live).state(), live, "1.4.2", OPTIONS);

    assertThat(patched(plan, live).annotations())
        .containsOnly(
            Map.entry("kubernetes.io/change-cause", "Rolled back 1.5.0 → 1.4.2: payments fail"));
  }

  @Test
  void aTemplateSoNewThatNoRevisionHoldsItIsStillNamed() {
    var live = Night.deployment("1.6.0", 6, 5);
    var plan = Plans.of(Night.incident().state(), live, "1.4.2", OPTIONS);

    assertThat(plan.from().number()).isZero();
    assertThat(plan.operations()).hasSize(2);
  }

  @Test
  void whatKeepsNoRevisionsCannotBeTakenBack() {
    var night = Night.incident();
    var pod =
        Night.yaml(
            """
            apiVersion: v1
            kind: Pod
            metadata: {name: lone, namespace: shop, uid: l}
            spec: {containers: [{name: c, image: x}]}
            """);
    var service = Plans.service(night.put(pod).state(), pod.ref(Night.CLUSTER));
    var request = RollbackRequest.of(service.ref(), "x", "why", OPTIONS);

    assertThat(RollbackPlanner.plan(request, service, pod, Optional.empty()))
        .isInstanceOfSatisfying(
            Planning.Impossible.class,
            no -> assertThat(no.reason()).startsWith("Pod shop/lone keeps no revisions"));
  }

  @Test
  void theReasonIsBroughtOntoOneLineAndItsSecretsAreMasked() {
    var request =
        RollbackRequest.of(Night.PAYMENT, "x", "db://u:hunter2@h\nis down \u001b[2J", OPTIONS);

    assertThat(request.reason()).doesNotContain("hunter2", "\n", "\u001b").contains("is down");
  }

  @Test
  void theCommandToCopyIsQuotedForAShellAndSaysWhereASecretWasMasked() {
    var live = Night.deployment("1.5.0", 5, 5);
    var plan =
        Plans.of(Night.incident().state(), live, "1.4.2", "it's broken; $(rm -rf /)", OPTIONS);

    assertThat(KubectlCommand.of(plan).text())
        .startsWith(
            "kubectl --context prod-eu --namespace shop patch deployment payment --type=json"
                + " --patch '[")
        .contains("it'\\''s broken; $(rm -rf /)")
        .endsWith("]'");

    var holder =
        new Manifest(
            Night.replicaSet("good", "1.4.2", 1)
                .tree()
                .with(
                    Json.of("hunter2hunter2"),
                    "spec",
                    "template",
                    "metadata",
                    "annotations",
                    "db-password"));
    var masked = Plans.of(Night.incident().put(holder).state(), live, "1.4.2", OPTIONS);
    assertThat(KubectlCommand.of(masked).text())
        .startsWith("# No command to copy")
        .doesNotContain("hunter2");
  }

  @Test
  void aFingerprintNamesWhatChangedAndIgnoresReplicasAndBookkeeping() {
    var before = Night.deployment("1.5.0", 5, 5);
    var print = Fingerprint.of(before);
    var scaled =
        before
            .tree()
            .with(Json.of(9), "spec", "replicas")
            .with(Json.of("8"), "metadata", "annotations", "deployment.kubernetes.io/revision");

    assertThat(Fingerprint.changed(print, new Manifest(scaled))).isEmpty();
    assertThat(
            Fingerprint.changed(
                print,
                new Manifest(
                    scaled
                        .with(Json.of("x"), "metadata", "annotations", "team")
                        .with(Json.of(5), "spec", "minReadySeconds")
                        .without("spec", "selector"))))
        .containsExactly("metadata.annotations", "spec.minReadySeconds", "spec.selector");
  }
}
