package dev.faultline.rollback.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChangeCauseTest {

  private static final RevisionPoint BAD = new RevisionPoint("b".repeat(64), 9, "1.5.0");
  private static final RevisionPoint GOOD = new RevisionPoint("a".repeat(64), 8, "1.4.2");

  @Test
  void itSaysFromWhereToWhereWhyAndWhatStoodThereBefore() {
    assertThat(ChangeCause.of(BAD, GOOD, "payments fail", Optional.of("fix rounding")))
        .isEqualTo("Rolled back 1.5.0 → 1.4.2: payments fail (was: fix rounding)");
  }

  @Test
  void withoutAnOldCauseThereIsNoParenthesis() {
    assertThat(ChangeCause.of(BAD, GOOD, "payments fail", Optional.empty()))
        .isEqualTo("Rolled back 1.5.0 → 1.4.2: payments fail");
    assertThat(ChangeCause.of(BAD, GOOD, "payments fail", Optional.of(" \n")))
        .isEqualTo("Rolled back 1.5.0 → 1.4.2: payments fail");
  }

  @Test
  void revisionsOfTheSameVersionAreToldApartByNumber() {
    var latest = new RevisionPoint("c".repeat(64), 7, "latest");
    var older = new RevisionPoint("d".repeat(64), 5, "latest");

    assertThat(ChangeCause.of(latest, older, "x", Optional.empty()))
        .isEqualTo("Rolled back latest (revision 7) → latest (revision 5): x");
  }

  @Test
  void withoutVersionTheNumberAndWithoutNumberTheIdentityIsNamed() {
    var unnamed = new RevisionPoint("c".repeat(64), 7, "");
    var unnumbered = new RevisionPoint("d".repeat(64), 0, "");

    assertThat(ChangeCause.of(unnamed, unnumbered, "x", Optional.empty()))
        .isEqualTo("Rolled back revision 7 → revision dddddddddddd: x");
  }

  @Test
  void terminalEscapesLineEndsAndBidiOverridesAreTakenOut() {
    var cause =
        ChangeCause.of(BAD, GOOD, "a\u001b[31mred\r\nnext", Optional.of("x\u202Egnp.exe\u0007\n"));

    assertThat(cause).isEqualTo("Rolled back 1.5.0 → 1.4.2: a [31mred next (was: x gnp.exe)");
  }

  @Test
  void howeverLongTheOldCauseTheSentenceStaysBoundedAndTheReasonWhole() {
    var reason = "r".repeat(500);
    var cause = ChangeCause.of(BAD, GOOD, reason, Optional.of("c".repeat(100_000)));

    assertThat(cause).hasSize(ChangeCause.LONGEST).contains(reason).endsWith("…)");
  }

  @Test
  void aLongReasonLeavesTheOldCauseItsRoom() {
    assertThat(ChangeCause.of(BAD, GOOD, "r".repeat(100_000), Optional.of("old")))
        .endsWith("…" + " (was: old)")
        .hasSizeLessThan(700);
  }
}
