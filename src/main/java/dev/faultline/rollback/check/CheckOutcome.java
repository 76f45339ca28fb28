package dev.faultline.rollback.check;

import java.util.List;
import java.util.stream.Collectors;

/** What a check found, with its evidence in sentences. */
public sealed interface CheckOutcome {

  List<String> evidence();

  /** Nothing speaks against it. */
  record Passed(List<String> evidence) implements CheckOutcome {
    public Passed {
      evidence = List.copyOf(evidence);
    }
  }

  /** It can be done, and this should be known before. */
  record Warned(List<String> evidence) implements CheckOutcome {
    public Warned {
      evidence = List.copyOf(evidence);
    }
  }

  /** It must not be done; the evidence says what to do instead. */
  record Blocked(List<String> evidence) implements CheckOutcome {
    public Blocked {
      evidence = List.copyOf(evidence);
    }
  }

  /** It could not be found out, which is not the same as all well. */
  record NotChecked(List<String> evidence) implements CheckOutcome {
    public NotChecked {
      evidence = List.copyOf(evidence);
    }
  }

  /** All of the evidence as running text; a server's words come without their full stop. */
  default String text() {
    return evidence().stream()
        .map(sentence -> sentence.matches("(?s).*[.!?:\"]\\s*") ? sentence : sentence + ".")
        .collect(Collectors.joining(" "));
  }

  static CheckOutcome passed(String evidence) {
    return new Passed(List.of(evidence));
  }

  static CheckOutcome warned(String evidence) {
    return new Warned(List.of(evidence));
  }

  static CheckOutcome blocked(String evidence) {
    return new Blocked(List.of(evidence));
  }

  static CheckOutcome notChecked(String evidence) {
    return new NotChecked(List.of(evidence));
  }
}
