package dev.faultline.ui.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.journal.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InterruptedViewModelTest {

  @TempDir Path data;
  private Desk desk;
  private InterruptedViewModel model;
  private final AtomicInteger found = new AtomicInteger();
  private final List<String> ways = new CopyOnWriteArrayList<>();

  @BeforeEach
  void theIncident() {
    desk = new Desk(data);
    model =
        new InterruptedViewModel(
            desk.tools, desk.runs, new Ways(), (service, id) -> ways.add("undo " + id));
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  private final class Ways extends NoWays {
    @Override
    public void showService(ResourceRef service, ServicePart part) {
      ways.add("look at " + service.name() + " " + part);
    }
  }

  /** The window was killed after so many lines of the journal. */
  private String killedAfter(int lines) throws IOException {
    var run = desk.takeBack();
    var written = Files.readAllLines(desk.journal.path());
    Files.write(desk.journal.path(), written.subList(0, lines));
    return run.journalId().orElseThrow();
  }

  private InterruptedLine offered() {
    model.ask(found::incrementAndGet);
    desk.until(() -> model.lines().size() == 1);
    return model.lines().getFirst();
  }

  @Test
  void withNothingInterruptedNothingIsOffered() {
    desk.takeBack();
    model.ask(found::incrementAndGet);
    desk.until(() -> desk.background.running() == 0);

    assertThat(found).hasValue(0);
    assertThat(model.lines()).isEmpty();
  }

  @Test
  void whatWasKilledHalfWayIsOfferedWithWhatTheClusterSaysNow() throws IOException {
    killedAfter(2);
    var line = offered();

    assertThat(line.title())
        .matches("The rollback of payment to 1.4.2, begun 2026-05-12 03:15:0\\dZ, \\d+ s ago");
    assertThat(line.sentence())
        .contains("begun at 2026-05-12T03:15:0")
        .endsWith("and applied: 2 of 2 pods of 1.4.2 are ready.");
    assertThat(found).hasValue(1);
  }

  @Test
  void itIsOfferedOnceAWindow() throws IOException {
    killedAfter(2);
    offered();
    model.ask(found::incrementAndGet);
    desk.until(() -> desk.background.running() == 0);

    assertThat(found).hasValue(1);
    assertThat(model.lines()).hasSize(1);
  }

  @Test
  void closedAsItIsItStandsInTheJournalAndIsNotAskedAgain() throws IOException {
    var id = killedAfter(2);
    model.closeAsIs(offered());
    desk.until(() -> desk.journal.unsettled().isEmpty());

    assertThat(model.lines()).isEmpty();
    assertThat(desk.journal.find(id).orElseThrow().ended())
        .hasValueSatisfying(end -> assertThat(end.result()).isEqualTo(Step.Result.VERIFIED));
  }

  @Test
  void undoIsAskedForWithTheJournalsName() throws IOException {
    var id = killedAfter(1);
    model.undo(offered());

    assertThat(ways).containsExactly("undo " + id);
    desk.until(() -> desk.journal.unsettled().isEmpty());
  }

  @Test
  void whoLooksFirstIsLedToTheServiceAndTheQuestionStaysOpen() throws IOException {
    killedAfter(2);
    model.look(offered());

    assertThat(ways).containsExactly("look at payment VERSIONS");
    assertThat(desk.journal.unsettled()).hasSize(1);
  }

  @Test
  void ofAClusterThatDoesNotAnswerNothingIsWrittenDown() throws IOException {
    killedAfter(2);
    desk.demo.faults().breakConnection("no route to host");
    var line = offered();
    assertThat(line.interrupted().mayBeClosed()).isFalse();
    assertThat(line.interrupted().mayBeUndone()).isFalse();

    model.closeAsIs(line);

    assertThat(desk.journal.unsettled()).hasSize(1);
  }
}
