package dev.faultline.rollback;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.intake.TemplateReader;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Manifest;
import dev.faultline.model.Revision;
import dev.faultline.rollback.journal.Intent;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.plan.Fingerprint;
import dev.faultline.rollback.plan.RevisionPoint;
import dev.faultline.rollback.plan.RollbackRequest;
import java.util.List;
import java.util.Optional;

/**
 * Turns a past rollback into the request that takes it back. It is refused if anything else was
 * changed meanwhile, as that would be taken away with it.
 */
final class Undo {

  private final ClusterState state;
  private final ClusterActions actions;
  private final Journal.Contents journal;

  Undo(ClusterState state, ClusterActions actions, Journal.Contents journal) {
    this.state = state;
    this.actions = actions;
    this.journal = journal;
  }

  /** Whether it can be undone. */
  sealed interface Answer {
    record Possible(RollbackRequest request) implements Answer {}

    record Impossible(String reason) implements Answer {}
  }

  Answer of(JournalEntry entry, String reason, RollbackRequest.Options options) {
    var intent = entry.intent();
    var objection = objection(entry).or(() -> objectionOfCluster(entry));
    if (objection.isPresent()) {
      return new Answer.Impossible(objection.get());
    }
    var why = reason.isBlank() ? "undo of " + entry.id() : reason;
    return new Answer.Possible(
        new RollbackRequest(
            intent.object(), intent.from().id(), why, options, Optional.of(entry.id())));
  }

  /** What the journal alone says against it. */
  private Optional<String> objection(JournalEntry entry) {
    var intent = entry.intent();
    if (!intent.object().cluster().equals(state.cluster())) {
      return Optional.of(
          "%s was done on %s: link to that cluster (--context)"
              .formatted(entry.id(), intent.object().cluster().name()));
    }
    if (entry.ended().filter(end -> end.result() == Step.Result.REFUSED).isPresent()) {
      return Optional.of("%s changed nothing, so there is nothing to undo".formatted(entry.id()));
    }
    return journal
        .undoer(entry)
        .map(other -> "%s was undone already, by %s".formatted(entry.id(), other.id()));
  }

  private Optional<String> objectionOfCluster(JournalEntry entry) {
    var ref = entry.intent().object();
    return switch (actions.read(ref)) {
      case Reading.Found found -> objection(entry, found.manifest());
      case Reading.Absent _ -> Optional.of(ref.describe() + " is gone");
      case Reading.Forbidden forbidden ->
          Optional.of("%s may not be read: %s".formatted(ref.describe(), forbidden.reason()));
      case Reading.Failed failed -> Optional.of("the cluster can't be reached: " + failed.reason());
    };
  }

  private Optional<String> objection(JournalEntry entry, Manifest live) {
    var intent = entry.intent();
    var ref = intent.object();
    if (!intent.uid().equals(live.uid())) {
      return Optional.of(ref.describe() + " was deleted and made anew since");
    }
    var liveId = TemplateReader.hash(live.podTemplate());
    boolean asLeft =
        entry
            .applied()
            .map(applied -> Fingerprint.changed(applied.fingerprint(), live).isEmpty())
            .orElse(liveId.equals(intent.to().id()));
    if (!asLeft) {
      return Optional.of(moved(entry, live, liveId));
    }
    return find(intent)
        .map(_ -> Optional.<String>empty())
        .orElseGet(
            () ->
                Optional.of(
                    "%s is no longer held by the cluster, so it can't come back"
                        .formatted(intent.from().labelBeside(intent.to()))));
  }

  private Optional<Revision> find(Intent intent) {
    return revision(intent, intent.from().id());
  }

  private Optional<Revision> revision(Intent intent, String id) {
    return ServiceCatalog.of(state).find(intent.object()).stream()
        .flatMap(service -> service.revisions().stream())
        .filter(revision -> revision.id().equals(id))
        .findFirst();
  }

  private String moved(JournalEntry entry, Manifest live, String liveId) {
    var intent = entry.intent();
    var changed = entry.applied().map(applied -> Fingerprint.changed(applied.fingerprint(), live));
    boolean otherTemplate = changed.map(parts -> parts.contains(Fingerprint.TEMPLATE)).orElse(true);
    if (otherTemplate) {
      var runs =
          revision(intent, liveId)
              .map(RevisionPoint::of)
              .map(point -> point.labelBeside(intent.to()))
              .orElse("something else");
      return "%s runs %s since, not %s as the rollback left it: choose a version and roll back to that"
          .formatted(intent.object().name(), runs, intent.to().labelBeside(intent.from()));
    }
    return "%s of %s was changed since the rollback: choose a version and roll back to that"
        .formatted(String.join(", ", changed.orElse(List.of())), intent.object().name());
  }
}
