package dev.faultline.rollback;

import dev.faultline.rollback.journal.Step;
import dev.faultline.rollback.watch.FailingPod;
import dev.faultline.rollback.watch.WatchResult;
import java.util.List;
import java.util.stream.Stream;

/** How a rollback ended. */
public sealed interface RollbackOutcome {

  /** One sentence without its full stop. */
  String sentence();

  /** How the journal calls it. */
  Step.Result result();

  /** The same with one more note, where it has notes and none like it. */
  default RollbackOutcome noted(String note) {
    return switch (this) {
      case Verified(var id, var sentence, var notes) ->
          new Verified(id, sentence, plus(notes, note));
      case AppliedNotVerified(var id, var why, var sentence, var notes) ->
          new AppliedNotVerified(id, why, sentence, plus(notes, note));
      case Failed(var id, var sentence, var pods, var notes) ->
          new Failed(id, sentence, pods, plus(notes, note));
      case Unknown _, Refused _ -> this;
    };
  }

  private static List<String> plus(List<String> notes, String note) {
    return Stream.concat(notes.stream(), Stream.of(note)).distinct().toList();
  }

  /**
   * The target runs, as the cluster shows.
   *
   * @param journalId undo takes this
   * @param notes what could not be looked at, or written down
   */
  record Verified(String journalId, String sentence, List<String> notes)
      implements RollbackOutcome {
    public Verified {
      notes = List.copyOf(notes);
    }

    @Override
    public Step.Result result() {
      return Step.Result.VERIFIED;
    }
  }

  /** The change is in the cluster; whether it works was not seen. */
  record AppliedNotVerified(
      String journalId, WatchResult.Why why, String sentence, List<String> notes)
      implements RollbackOutcome {
    public AppliedNotVerified {
      notes = List.copyOf(notes);
    }

    @Override
    public Step.Result result() {
      return Step.Result.NOT_VERIFIED;
    }
  }

  /** The change is in the cluster, and the target's pods fail. */
  record Failed(String journalId, String sentence, List<FailingPod> pods, List<String> notes)
      implements RollbackOutcome {
    public Failed {
      pods = List.copyOf(pods);
      notes = List.copyOf(notes);
    }

    @Override
    public Step.Result result() {
      return Step.Result.FAILED;
    }
  }

  /** It was sent, and the cluster could not tell whether it arrived. */
  record Unknown(String journalId, String reason) implements RollbackOutcome {
    @Override
    public String sentence() {
      return "whether the change arrived is not known (%s): look at the cluster again, and Faultline tells what became of it"
          .formatted(reason);
    }

    @Override
    public Step.Result result() {
      return Step.Result.UNKNOWN;
    }
  }

  /** Nothing was changed. */
  record Refused(Refusal refusal) implements RollbackOutcome {
    @Override
    public String sentence() {
      return refusal.sentence();
    }

    @Override
    public Step.Result result() {
      return Step.Result.REFUSED;
    }
  }
}
