package dev.faultline.ui.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.rollback.runs.RollbackRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalViewModelTest {

  @TempDir Path data;
  private Desk desk;
  private JournalViewModel model;
  private final List<String> undone = new CopyOnWriteArrayList<>();
  private final List<Long> watched = new CopyOnWriteArrayList<>();

  @BeforeEach
  void theIncident() {
    desk = new Desk(data);
    model =
        new JournalViewModel(desk.tools, desk.runs, (service, id) -> undone.add(id), watched::add);
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  private void read(int rows) {
    model.refresh();
    desk.until(() -> model.readProperty().get() && model.rows().size() == rows);
  }

  private RollbackRun undo(RollbackRun run) {
    var applied = new CopyOnWriteArrayList<RollbackRun>();
    var undoing =
        RollbackViewModel.toUndo(
            desk.tools, desk.runs, Desk.PAYMENT, run.journalId().orElseThrow(), applied::add);
    undoing.prepare();
    desk.until(() -> Desk.isSettled(undoing.state()));
    undoing.state().reasonProperty().set("it was the database");
    undoing.confirm();
    desk.letTimePassUntil(() -> !applied.isEmpty() && applied.getFirst().status().isOver());
    return applied.getFirst();
  }

  @Test
  void beforeAnythingWasTakenBackItIsEmpty() {
    read(0);

    assertThat(model.problems()).isEmpty();
  }

  @Test
  void eachRollbackIsToldWithWhoWhyAndWhatCameOfIt() {
    var run = desk.takeBack();
    read(1);

    var row = model.rows().getFirst();
    assertThat(row.when()).matches("2026-05-12 03:15:0\\dZ \\(\\d+ s ago\\)");
    assertThat(row.service()).isEqualTo(Desk.PAYMENT);
    assertThat(row.change()).isEqualTo("1.5.0 → 1.4.2");
    assertThat(row.who()).isEqualTo("kim");
    assertThat(row.reason()).isEqualTo("payments fail");
    assertThat(row.end()).isEqualTo(JournalRow.End.VERIFIED);
    assertThat(row.details())
        .contains("Reason: payments fail", "Name in the journal: " + run.journalId().orElseThrow())
        .anyMatch(line -> line.endsWith("the server took the change."))
        .anyMatch(line -> line.contains("payment runs 1.4.2 again"));

    model.undo(row);
    assertThat(undone).containsExactly(run.journalId().orElseThrow());
  }

  @Test
  void whatWasUndoneIsNotOfferedAgainAndTheNewestStandsFirst() {
    var run = desk.takeBack();
    undo(run);
    read(2);

    assertThat(model.rows())
        .extracting(JournalRow::change)
        .containsExactly("1.4.2 → 1.5.0", "1.5.0 → 1.4.2");
    var original = model.rows().getLast();
    assertThat(original.mayBeUndone()).isFalse();
    assertThat(original.obstacle()).startsWith("It was undone already, 2026-05-12");
    model.undo(original);
    assertThat(undone).isEmpty();
  }

  @Test
  void oneThatStillRunsCanBeWatched() {
    var applied = new CopyOnWriteArrayList<RollbackRun>();
    var confirmation = desk.confirmation(applied::add);
    confirmation.state().reasonProperty().set("payments fail");
    confirmation.confirm();
    desk.until(() -> !applied.isEmpty());
    read(1);

    assertThat(model.rows().getFirst().end()).isEqualTo(JournalRow.End.RUNNING);
    model.watch(model.rows().getFirst());
    assertThat(watched).containsExactly(applied.getFirst().id());

    try (var _ = model.follow()) {
      desk.letTimePassUntil(() -> model.rows().getFirst().end() == JournalRow.End.VERIFIED);
    }
    assertThat(model.rows().getFirst().run()).isEmpty();
  }

  @Test
  void aClusterThatIsNotLinkedMustBeLinkedBeforeTheUndo() {
    desk.takeBack();
    desk.feed.unlink(Desk.PAYMENT.cluster());
    read(1);

    assertThat(model.rows().getFirst().obstacle()).isEqualTo("demo is not linked: link it first.");
  }

  @Test
  void aLineThatCannotBeReadIsNamedAndTheOthersAreShown() throws IOException {
    desk.takeBack();
    var lines = Files.readAllLines(desk.journal.path());
    Files.write(desk.journal.path(), List.of("not json"), StandardOpenOption.APPEND);
    Files.write(desk.journal.path(), lines.subList(0, 1), StandardOpenOption.APPEND);
    read(1);
    desk.until(() -> !model.problems().isEmpty());

    assertThat(model.problems())
        .containsExactly("Line 4 of the journal can't be read and was passed over.");
  }

  @Test
  void noSecretIsInTheRows() {
    var confirmation = desk.confirmation(run -> {});
    confirmation.state().reasonProperty().set("postgres://u:hunter2@db is down");
    confirmation.confirm();
    desk.letTimePassUntil(desk::allRunsAreOver);
    read(1);

    assertThat(model.rows().toString()).doesNotContain("hunter2").contains("is down");
  }
}
