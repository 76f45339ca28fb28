package dev.faultline.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.PatchOperation;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Pod;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DemoActionsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:40:00Z");
  private static final ResourceRef PAYMENT = DemoShop.CULPRIT;

  private final DemoClock clock = DemoClock.standingAt(NOW);
  private final DemoCluster demo = DemoCluster.incident(clock);

  @Test
  void a_write_on_an_object_that_moved_on_is_a_conflict() {
    var seen = read(PAYMENT);
    demo.apply(Trees.with(seen, 3, "spec", "replicas"), "bogdan");

    assertThat(demo.actions().write(cause(seen, false))).isInstanceOf(WriteResult.Conflict.class);
    assertThat(demo.actions().write(cause(read(PAYMENT), false)))
        .isInstanceOf(WriteResult.Accepted.class);
  }

  @Test
  void a_write_on_an_object_made_anew_under_the_same_name_is_a_conflict() {
    var seen = read(PAYMENT);
    var other = new Write.Precondition("another", seen.resourceVersion());
    var patch = new Write.Patch(PAYMENT, List.of(), other, true);
    assertThat(demo.actions().write(patch)).isInstanceOf(WriteResult.Conflict.class);
  }

  @Test
  void a_dry_run_answers_what_would_be_and_changes_nothing() {
    var before = read(PAYMENT);
    var state = demo.source().state();
    var result = demo.actions().write(image(before, "registry.shop.example/payment:1.4.2", true));

    assertThat(result)
        .isInstanceOfSatisfying(
            WriteResult.Accepted.class,
            accepted -> {
              assertThat(accepted.answer().generation()).isEqualTo(before.generation() + 1);
              assertThat(accepted.answer().resourceVersion()).isEqualTo(before.resourceVersion());
            });
    clock.advance(Duration.ofMillis(1));
    assertThat(read(PAYMENT)).isEqualTo(before);
    assertThat(demo.source().state().find(PAYMENT)).isEqualTo(state.find(PAYMENT));
  }

  @Test
  void a_dry_run_of_a_new_pod_meets_the_quota_and_leaves_no_pod() {
    var pod =
        new Manifest(
            Trees.object(
                "apiVersion",
                "v1",
                "kind",
                "Pod",
                "metadata",
                Trees.object("name", "try", "namespace", "shop"),
                "spec",
                read(PAYMENT).podTemplate().object("spec")));
    var create = new Write.Create(pod.ref(DemoCluster.ID), pod, true);
    assertThat(demo.actions().write(create)).isInstanceOf(WriteResult.Accepted.class);
    assertThat(demo.actions().read(create.ref())).isInstanceOf(Reading.Absent.class);

    demo.apply(
        new Manifest(
            Trees.object(
                "apiVersion",
                "v1",
                "kind",
                "ResourceQuota",
                "metadata",
                Trees.object("name", "full", "namespace", "shop"),
                "spec",
                Trees.object("hard", Trees.object("pods", "3")))),
        "admin");
    assertThat(demo.actions().write(create))
        .isInstanceOfSatisfying(
            WriteResult.Invalid.class,
            invalid -> assertThat(invalid.reason()).contains("exceeded quota: full"));
  }

  @Test
  void a_patch_that_does_not_fit_or_breaks_a_rule_is_refused_whole() {
    var payment = read(PAYMENT);
    var precondition = new Write.Precondition(payment.uid(), payment.resourceVersion());
    for (PatchOperation operation :
        List.of(
            new PatchOperation.Remove(List.of("spec", "nothing")),
            new PatchOperation.Replace(
                List.of("spec", "template", "spec", "containers", "7"), Json.of(1)),
            new PatchOperation.Add(
                List.of("spec", "selector", "matchLabels", "tier"), Json.of("gold")))) {
      var result =
          demo.actions().write(new Write.Patch(PAYMENT, List.of(operation), precondition, false));
      assertThat(result).as(operation.pointer()).isInstanceOf(WriteResult.Invalid.class);
    }
    assertThat(read(PAYMENT)).isEqualTo(payment);
  }

  @Test
  void what_faultline_writes_stands_under_its_own_name() {
    demo.actions().write(image(read(PAYMENT), "registry.shop.example/payment:1.4.2", false));
    var entry =
        read(PAYMENT)
            .tree()
            .objects("metadata", "managedFields")
            .filter(field -> field.text("manager").orElse("").equals("faultline"))
            .findFirst();
    assertThat(entry).isPresent();
    assertThat(entry.get().find("fieldsV1", "f:spec", "f:template")).isPresent();
  }

  @Test
  void a_version_that_nobody_built_cannot_be_pulled() {
    demo.actions().write(image(read(PAYMENT), "registry.shop.example/payment:9.9.9", false));
    clock.advance(Duration.ofSeconds(30));
    assertThat(payments())
        .isNotEmpty()
        .allSatisfy(
            pod -> assertThat(pod.containers().getFirst().reason()).isEqualTo("ImagePullBackOff"));
  }

  @Test
  void the_crashed_container_says_why_in_its_previous_log() {
    var pod = payments().getFirst().ref();
    assertThat(demo.actions().logs(new LogRequest(pod, "payment", true, 1)))
        .isInstanceOfSatisfying(
            LogReading.Lines.class,
            lines -> assertThat(lines.lines().getFirst()).contains("DB_POOL must be at least 1"));
  }

  @Test
  void a_denied_verb_is_denied_when_asked_and_when_tried() {
    demo.faults().deny("patch", Kind.DEPLOYMENT, "shop");
    assertThat(demo.actions().mayI(Action.on("patch", PAYMENT)))
        .isInstanceOf(Permission.Denied.class);
    assertThat(demo.actions().mayI(Action.on("get", PAYMENT)))
        .isInstanceOf(Permission.Granted.class);
    assertThat(demo.actions().write(cause(read(PAYMENT), false)))
        .isInstanceOf(WriteResult.Forbidden.class);
  }

  @Test
  void a_lost_answer_leaves_the_write_done_and_a_lost_request_does_not() {
    demo.faults().loseNextRequest();
    assertThat(demo.actions().write(cause(read(PAYMENT), false)))
        .isEqualTo(new WriteResult.Failed("the connection broke before the answer came", true));
    assertThat(read(PAYMENT).annotations().get("kubernetes.io/change-cause")).isNotEqualTo("mine");

    demo.faults().loseNextAnswer();
    assertThat(demo.actions().write(cause(read(PAYMENT), false)))
        .isInstanceOf(WriteResult.Failed.class);
    assertThat(read(PAYMENT).annotations()).containsEntry("kubernetes.io/change-cause", "mine");
  }

  @Test
  void a_broken_link_makes_the_state_stale_until_it_is_mended() {
    demo.faults().breakConnection("connection refused");
    clock.advance(Duration.ofSeconds(5));
    assertThat(demo.source().state().coverage(Kind.POD))
        .isEqualTo(new Coverage.Stale(NOW, "connection refused"));
    assertThat(demo.actions().read(PAYMENT)).isInstanceOf(Reading.Failed.class);

    demo.faults().mendConnection();
    assertThat(demo.source().state().coverage(Kind.POD)).isEqualTo(new Coverage.Live());
  }

  @Test
  void a_listener_that_throws_is_told_of_the_next_state_all_the_same() throws Exception {
    var told = new LinkedBlockingQueue<ClusterState>();
    try (var subscription =
        demo.source()
            .subscribe(
                state -> {
                  told.add(state);
                  throw new IllegalStateException("planted by a test");
                })) {
      assertThat(subscription).isNotNull();
      clock.advance(Duration.ofMinutes(1));
      assertThat(told.poll(10, TimeUnit.SECONDS)).isNotNull();
      clock.advance(Duration.ofMinutes(1));
      assertThat(told.poll(10, TimeUnit.SECONDS)).isNotNull();
    }
  }

  @Test
  void shown_to_a_person_it_lives_on_by_itself() throws Exception {
    var healed = new CountDownLatch(1);
    try (var live = DemoCluster.incident(DemoClock.following(Clock.systemUTC(), 30));
        var subscription =
            live.source()
                .subscribe(
                    state -> {
                      if (ready(state, "payment") == 2 && ready(state, "order") == 3) {
                        healed.countDown();
                      }
                    })) {
      assertThat(subscription).isNotNull();
      assertThat(live.linked().safety().demo()).isTrue();
      WriteResult result;
      do {
        var payment = ((Reading.Found) live.actions().read(PAYMENT)).manifest();
        var operations =
            List.<PatchOperation>of(
                new PatchOperation.Replace(
                    List.of("spec", "template", "spec", "containers", "0", "env"), Json.array()),
                new PatchOperation.Replace(
                    List.of("spec", "template", "spec", "containers", "0", "image"),
                    Json.of("registry.shop.example/payment:1.4.2")));
        result =
            live.actions()
                .write(
                    new Write.Patch(
                        PAYMENT,
                        operations,
                        new Write.Precondition(payment.uid(), payment.resourceVersion()),
                        false));
      } while (result instanceof WriteResult.Conflict);
      assertThat(healed.await(20, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static long ready(ClusterState state, String app) {
    return state
        .all(Kind.POD, Pod.class)
        .filter(pod -> app.equals(pod.meta().labels().get("app.kubernetes.io/name")))
        .filter(Pod::ready)
        .count();
  }

  private List<Pod> payments() {
    return demo.source()
        .state()
        .all(Kind.POD, Pod.class)
        .filter(pod -> "payment".equals(pod.meta().labels().get("app.kubernetes.io/name")))
        .toList();
  }

  private static Write.Patch cause(Manifest seen, boolean dryRun) {
    return patch(
        seen,
        new PatchOperation.Add(
            List.of("metadata", "annotations", "kubernetes.io/change-cause"), Json.of("mine")),
        dryRun);
  }

  private static Write.Patch image(Manifest seen, String image, boolean dryRun) {
    return patch(
        seen,
        new PatchOperation.Replace(
            List.of("spec", "template", "spec", "containers", "0", "image"), Json.of(image)),
        dryRun);
  }

  private static Write.Patch patch(Manifest seen, PatchOperation operation, boolean dryRun) {
    return new Write.Patch(
        seen.ref(DemoCluster.ID),
        List.of(operation),
        new Write.Precondition(seen.uid(), seen.resourceVersion()),
        dryRun);
  }

  private Manifest read(ResourceRef ref) {
    return ((Reading.Found) demo.actions().read(ref)).manifest();
  }
}
