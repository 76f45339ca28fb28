package dev.faultline.ui.rollback;

import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.journal.JournalEntry;
import dev.faultline.rollback.journal.JournalWrite;
import dev.faultline.rollback.runs.Interrupted;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.text.Ages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.Navigator.ServicePart;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What was interrupted, by a crash or a lost cluster: each is offered once a window. */
public final class InterruptedViewModel {

  private static final Duration LONGEST_ASKING = Duration.ofSeconds(60);
  private static final Duration LONGEST_WRITING = Duration.ofSeconds(20);

  private final ScreenTools tools;
  private final RollbackRuns runs;
  private final Navigator navigator;
  private final BiConsumer<ResourceRef, String> onUndo;
  private final ObservableList<InterruptedLine> lines = FXCollections.observableArrayList();
  private final Set<String> offered = new HashSet<>();

  /**
   * @param onUndo opens the confirmation of undoing: the service, and the journal's name
   */
  public InterruptedViewModel(
      ScreenTools tools,
      RollbackRuns runs,
      Navigator navigator,
      BiConsumer<ResourceRef, String> onUndo) {
    this.tools = tools;
    this.runs = runs;
    this.navigator = navigator;
    this.onUndo = onUndo;
  }

  public ObservableList<InterruptedLine> lines() {
    return lines;
  }

  /** Asks the linked clusters for what became of them; calls back if there is something new. */
  public void ask(Runnable onFound) {
    var unused =
        tools
            .background()
            .start(
                "asking for interrupted rollbacks",
                LONGEST_ASKING,
                () -> {
                  var found = runs.interrupted();
                  tools.fx().execute(() -> offer(found, onFound));
                  return found;
                });
  }

  /** Leaves the cluster as it is and writes down what was found. */
  public void closeAsIs(InterruptedLine line) {
    settle(line);
    lines.remove(line);
  }

  /** What was found is written down, then the confirmation of undoing asks. */
  public void undo(InterruptedLine line) {
    closeAsIs(line);
    var entry = line.interrupted().entry();
    onUndo.accept(entry.intent().object(), entry.id());
  }

  /** Goes to the service; the question stays open in the journal. */
  public void look(InterruptedLine line) {
    navigator.showService(line.interrupted().entry().intent().object(), ServicePart.VERSIONS);
  }

  private void offer(List<Interrupted> found, Runnable onFound) {
    var fresh =
        found.stream().filter(one -> offered.add(one.entry().id())).map(this::line).toList();
    if (!fresh.isEmpty()) {
      lines.addAll(fresh);
      onFound.run();
    }
  }

  private InterruptedLine line(Interrupted interrupted) {
    JournalEntry entry = interrupted.entry();
    var intent = entry.intent();
    var title =
        tools.say(
            "interrupted.one",
            intent.object().name(),
            intent.to().labelBeside(intent.from()),
            Ages.utc(intent.time()),
            Ages.age(intent.time(), tools.clock().instant()));
    return new InterruptedLine(
        interrupted, title, ProgressWords.sentence(interrupted.assessment().sentence()));
  }

  private void settle(InterruptedLine line) {
    if (!line.interrupted().mayBeClosed()) {
      return;
    }
    tools
        .background()
        .start(
            "writing down what became of a rollback",
            LONGEST_WRITING,
            () -> runs.closeAsIs(line.interrupted()))
        .whenDone(
            outcome ->
                outcome
                    .result()
                    .filter(JournalWrite.NotKept.class::isInstance)
                    .map(JournalWrite.NotKept.class::cast)
                    .ifPresent(
                        not ->
                            tools
                                .fx()
                                .execute(
                                    () ->
                                        tools
                                            .dialogs()
                                            .tell(
                                                tools.say("interrupted.not-kept", not.reason())))));
  }
}
