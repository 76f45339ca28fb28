package dev.faultline.rollback;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.intake.TemplateReader;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Pod;
import dev.faultline.model.Workload;
import dev.faultline.rollback.journal.Intent;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.JournalWrite;
import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.plan.Fingerprint;
import dev.faultline.rollback.plan.RevisionPods;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds out from the cluster what became of a rollback that was interrupted. */
public final class Recovery {

  private final LinkedCluster cluster;

  public Recovery(LinkedCluster cluster) {
    this.cluster = cluster;
  }

  /** What the cluster says. */
  public sealed interface Assessment {

    /** One sentence without its full stop. */
    String sentence();

    /** The object is as it was: the change was never sent, or never arrived. */
    record NeverSent(String sentence) implements Assessment {}

    /** The change is there, and its pods are ready now. */
    record AppliedAndReady(String sentence) implements Assessment {}

    /** The change is there; its pods are not all ready, or can't be seen. */
    record AppliedNotReady(String sentence) implements Assessment {}

    /** Something else was set since, or the object is gone. */
    record Superseded(String sentence) implements Assessment {}

    /** The cluster does not tell. */
    record Unknown(String sentence) implements Assessment {}
  }

  /** Asks the cluster; changes nothing. */
  public Assessment assess(JournalEntry entry) {
    var intent = entry.intent();
    var begun =
        "the rollback of %s was begun at %s"
            .formatted(intent.describe(), intent.time().truncatedTo(ChronoUnit.SECONDS));
    if (!intent.object().cluster().equals(cluster.source().cluster())) {
      return new Assessment.Unknown(
          "%s on %s: link to that cluster to learn what became of it"
              .formatted(begun, intent.object().cluster().name()));
    }
    return switch (cluster.actions().read(intent.object())) {
      case Reading.Found found -> assess(entry, found.manifest(), begun);
      case Reading.Absent _ ->
          new Assessment.Superseded(
              "%s, and %s is gone since".formatted(begun, intent.object().describe()));
      case Reading.Forbidden forbidden ->
          new Assessment.Unknown(
              "%s; what became of it may not be read: %s".formatted(begun, forbidden.reason()));
      case Reading.Failed failed ->
          new Assessment.Unknown(
              "%s; what became of it is unknown, as the cluster can't be reached: %s"
                  .formatted(begun, failed.reason()));
    };
  }

  /** Writes down what was found, so that it is not asked again; what is unknown stays open. */
  public JournalWrite close(
      Journal journal, JournalEntry entry, Assessment assessment, InstantSource clock) {
    var result =
        switch (assessment) {
          case Assessment.NeverSent _ -> Step.Result.REFUSED;
          case Assessment.AppliedAndReady _ -> Step.Result.VERIFIED;
          case Assessment.AppliedNotReady _, Assessment.Superseded _ -> Step.Result.NOT_VERIFIED;
          case Assessment.Unknown _ -> Step.Result.UNKNOWN;
        };
    return result == Step.Result.UNKNOWN
        ? new JournalWrite.Kept()
        : journal.add(entry.id(), new Step.Ended(clock.instant(), assessment.sentence(), result));
  }

  private Assessment assess(JournalEntry entry, Manifest live, String begun) {
    var intent = entry.intent();
    if (!intent.uid().equals(live.uid())) {
      return new Assessment.Superseded(
          "%s, and %s was deleted and made anew since"
              .formatted(begun, intent.object().describe()));
    }
    var liveId = TemplateReader.hash(live.podTemplate());
    if (liveId.equals(intent.to().id()) || isAsLeft(entry, live)) {
      return applied(intent, live, liveId, begun);
    }
    if (liveId.equals(intent.from().id()) && entry.applied().isEmpty()) {
      return new Assessment.NeverSent(
          "%s and never arrived: %s runs %s as before"
              .formatted(begun, intent.object().name(), intent.from().labelBeside(intent.to())));
    }
    return new Assessment.Superseded("%s, and another template was set since".formatted(begun));
  }

  /** A webhook may have made something else of the template than was planned. */
  private static boolean isAsLeft(JournalEntry entry, Manifest live) {
    return entry
        .applied()
        .filter(
            applied ->
                !Fingerprint.changed(applied.fingerprint(), live).contains(Fingerprint.TEMPLATE))
        .isPresent();
  }

  private Assessment applied(Intent intent, Manifest live, String liveId, String begun) {
    var state = cluster.source().state();
    var workload = state.find(intent.object(), Workload.class);
    if (workload.isEmpty()) {
      return new Assessment.Unknown(
          "%s and applied, but its pods are not in sight here".formatted(begun));
    }
    return switch (state.coverage(Kind.POD)) {
      case Coverage.Forbidden forbidden ->
          new Assessment.AppliedNotReady(
              "%s and applied; its pods can't be seen: %s".formatted(begun, forbidden.reason()));
      case Coverage.Stale stale ->
          new Assessment.Unknown(
              "%s and applied, but how its pods are is not known: %s"
                  .formatted(begun, stale.reason()));
      case Coverage.Loading _ ->
          new Assessment.Unknown(
              "%s and applied, but its pods have not been read yet".formatted(begun));
      case Coverage.Live _, Coverage.NotServed _ ->
          byPods(intent, live, liveId, workload.get(), begun);
    };
  }

  private Assessment byPods(
      Intent intent, Manifest live, String liveId, Workload workload, String begun) {
    var label = intent.to().labelBeside(intent.from());
    var ids = Stream.of(intent.to().id(), liveId).collect(Collectors.toSet());
    var pods = RevisionPods.of(cluster.source().state(), workload, ids);
    int wanted = workload.replicas().wanted();
    long ready = pods.target().stream().filter(Pod::ready).count();
    var count = "%d of %d pods of %s are ready".formatted(ready, wanted, label);
    boolean seen = workload.rollout().observedGeneration() >= live.generation();
    return seen && ready == wanted && pods.others().isEmpty()
        ? new Assessment.AppliedAndReady("%s and applied: %s".formatted(begun, count))
        : new Assessment.AppliedNotReady(
            "%s and applied, but never seen to work: %s".formatted(begun, count));
  }
}
