package dev.faultline.cluster.intake;

import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.RolloutStatus;
import dev.faultline.model.Workload;
import dev.faultline.model.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads everything that holds a pod template. */
final class WorkloadReader {

  static final Set<Kind> KINDS =
      Set.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.DAEMON_SET,
          Kind.REPLICA_SET,
          Kind.JOB,
          Kind.CRON_JOB,
          Kind.SCALED_JOB,
          Kind.CONTROLLER_REVISION);

  private static final String DEPLOYMENT_REVISION = "deployment.kubernetes.io/revision";

  /** Kubernetes' own defaults, which a file need not spell out. */
  private static final int DEFAULT_HISTORY = 10;

  private static final int DEFAULT_DEADLINE_SECONDS = 600;

  private final Pool pool;
  private final TemplateReader templates;
  private final KeptManifest kept;

  WorkloadReader(Pool pool, TemplateReader templates, KeptManifest kept) {
    this.pool = pool;
    this.kept = kept;
    this.templates = templates;
  }

  Workload read(ObjectMeta meta, Manifest manifest, List<Evidence> evidence) {
    return new Workload(
        meta,
        ReplicasReader.read(meta.ref().kind(), manifest),
        rollout(meta.ref().kind(), manifest),
        templates.read(template(manifest), meta),
        pool.shareTexts(manifest.spec().texts("selector", "matchLabels")),
        revisionNumber(meta, manifest),
        historyLimit(meta.ref().kind(), manifest),
        kept.withoutStatus(manifest),
        evidence);
  }

  private static JsonObject template(Manifest manifest) {
    return manifest.kind().equals(Kind.CONTROLLER_REVISION)
        ? manifest.tree().object("data", "spec", "template")
        : manifest.podTemplate();
  }

  private static long revisionNumber(ObjectMeta meta, Manifest manifest) {
    if (meta.ref().kind().equals(Kind.CONTROLLER_REVISION)) {
      return manifest.tree().number("revision").orElse(0);
    }
    var number = meta.annotations().getOrDefault(DEPLOYMENT_REVISION, "");
    return number.matches("[0-9]{1,18}") ? Long.parseLong(number) : 0;
  }

  private static int historyLimit(Kind kind, Manifest manifest) {
    boolean keepsHistory =
        Set.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET, Kind.DAEMON_SET).contains(kind);
    return keepsHistory
        ? (int) manifest.spec().number("revisionHistoryLimit").orElse(DEFAULT_HISTORY)
        : -1;
  }

  private RolloutStatus rollout(Kind kind, Manifest manifest) {
    var status = manifest.status();
    return new RolloutStatus(
        status.number("observedGeneration").orElse(0),
        manifest.spec().isTrue("paused") || manifest.spec().isTrue("suspend"),
        deadline(kind, manifest),
        status.objects("conditions").map(this::condition).toList(),
        status.text("currentRevision").orElse(""),
        status.text("updateRevision").orElse(""));
  }

  private static Optional<Duration> deadline(Kind kind, Manifest manifest) {
    if (!kind.equals(Kind.DEPLOYMENT)) {
      return Optional.empty();
    }
    long seconds =
        manifest.spec().number("progressDeadlineSeconds").orElse(DEFAULT_DEADLINE_SECONDS);
    return Optional.of(Duration.ofSeconds(Math.clamp(seconds, 0, Integer.MAX_VALUE)));
  }

  private RolloutStatus.Condition condition(JsonObject condition) {
    return new RolloutStatus.Condition(
        pool.share(condition.text("type").orElse("")),
        pool.share(condition.text("status").orElse("")),
        pool.share(condition.text("reason").orElse("")),
        condition.text("message").orElse(""),
        Times.read(condition, "lastUpdateTime")
            .or(() -> Times.read(condition, "lastTransitionTime")));
  }
}
