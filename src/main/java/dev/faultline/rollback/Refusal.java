package dev.faultline.rollback;

import dev.faultline.model.Manifest;
import dev.faultline.rollback.check.CheckResult;
import java.util.List;
import java.util.stream.Collectors;

/** Why nothing was done. In every case the cluster is as it was. */
public sealed interface Refusal {

  /** What happened and what to do, in one sentence without its full stop. */
  String sentence();

  /** Checks speak against it. */
  record Blocked(List<CheckResult> checks) implements Refusal {
    public Blocked {
      checks = List.copyOf(checks);
    }

    @Override
    public String sentence() {
      return checks.stream()
          .map(check -> check.outcome().text())
          .collect(Collectors.joining(" "))
          .replaceAll("\\.$", "");
    }
  }

  /** It was not confirmed, or not by the name that was asked for. */
  record NotConfirmed(String sentence) implements Refusal {}

  /** It was begun before: a plan is carried out once. */
  record NotAgain(String sentence) implements Refusal {}

  /**
   * The object is no longer what was previewed.
   *
   * @param fresh as it is now: the basis of a new preview
   * @param places what changed, as JSON pointers
   */
  record Moved(Manifest fresh, List<String> places) implements Refusal {
    public Moved {
      places = List.copyOf(places);
    }

    @Override
    public String sentence() {
      var shown = String.join(", ", places.stream().limit(5).toList());
      return "somebody changed %s meanwhile (%s%s): look at the new preview and decide again"
          .formatted(fresh.name(), shown, places.size() > 5 ? ", …" : "");
    }
  }

  /** Every try met a newer version of the object. */
  record Contended(String reason) implements Refusal {
    @Override
    public String sentence() {
      return "the object was written to with every one of six tries (%s): try again"
          .formatted(reason);
    }
  }

  /** There is no such object any more. */
  record Gone(String sentence) implements Refusal {}

  /** We may not. */
  record Forbidden(String reason) implements Refusal {
    @Override
    public String sentence() {
      return "it is not permitted: " + reason;
    }
  }

  /** The server refused the change itself. */
  record Invalid(String reason) implements Refusal {
    @Override
    public String sentence() {
      return "the server refused it: " + reason;
    }
  }

  /** The cluster could not be reached, and nothing had been sent. */
  record Unreachable(String reason) implements Refusal {
    @Override
    public String sentence() {
      return "the cluster can't be reached (%s): nothing was sent".formatted(reason);
    }
  }

  /** What can't be written down is not done. */
  record JournalUnwritable(String reason) implements Refusal {
    @Override
    public String sentence() {
      return "the journal can't be written (%s): free or name another data folder first"
          .formatted(reason);
    }
  }
}
