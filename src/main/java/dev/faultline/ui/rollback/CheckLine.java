package dev.faultline.ui.rollback;

import dev.faultline.model.Redaction;
import dev.faultline.rollback.check.CheckOutcome;
import dev.faultline.rollback.check.CheckResult;
import java.util.List;

/**
 * One check as it is shown.
 *
 * @param headline the first sentence of its evidence, or its name while it still runs
 * @param more the other sentences
 */
public record CheckLine(String name, State state, String headline, List<String> more) {

  public CheckLine {
    more = List.copyOf(more);
  }

  /** How it came out. */
  public enum State {
    PENDING,
    PASSED,
    WARNED,
    BLOCKED,
    NOT_CHECKED
  }

  static CheckLine pending(String name) {
    return new CheckLine(name, State.PENDING, name, List.of());
  }

  static CheckLine of(CheckResult result) {
    var evidence = result.outcome().evidence().stream().map(Redaction::text).toList();
    return new CheckLine(
        result.name(),
        state(result.outcome()),
        evidence.isEmpty() ? result.name() : evidence.getFirst(),
        evidence.isEmpty() ? List.of() : evidence.subList(1, evidence.size()));
  }

  private static State state(CheckOutcome outcome) {
    return switch (outcome) {
      case CheckOutcome.Passed _ -> State.PASSED;
      case CheckOutcome.Warned _ -> State.WARNED;
      case CheckOutcome.Blocked _ -> State.BLOCKED;
      case CheckOutcome.NotChecked _ -> State.NOT_CHECKED;
    };
  }
}
