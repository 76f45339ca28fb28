package dev.faultline.ui.rollback;

import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.concurrent.Task;
import dev.faultline.model.Redaction;
import dev.faultline.model.ResourceRef;
import dev.faultline.rollback.journal.Journal;
import dev.faultline.rollback.runs.RollbackRuns;
import dev.faultline.ui.fx.Latest;
import dev.faultline.ui.fx.ScreenTools;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** All rollbacks that were done from this machine. */
public final class JournalViewModel {

  private static final Duration LONGEST_READING = Duration.ofSeconds(20);

  private final ScreenTools tools;
  private final RollbackRuns runs;
  private final JournalWords words;
  private final BiConsumer<ResourceRef, String> onUndo;
  private final LongConsumer onWatch;
  private final ObservableList<JournalRow> rows = FXCollections.observableArrayList();
  private final ObservableList<String> problems = FXCollections.observableArrayList();
  private final ReadOnlyBooleanWrapper read = new ReadOnlyBooleanWrapper();
  private final Latest<Seen> latest;
  private @Nullable Task<?> reading;

  private record Seen(List<JournalRow> rows, List<String> problems) {}

  /**
   * @param onUndo opens the confirmation of undoing: the service, and the journal's name
   * @param onWatch opens the progress of a run of this window
   */
  public JournalViewModel(
      ScreenTools tools,
      RollbackRuns runs,
      BiConsumer<ResourceRef, String> onUndo,
      LongConsumer onWatch) {
    this.tools = tools;
    this.runs = runs;
    this.words = new JournalWords(tools, runs);
    this.onUndo = onUndo;
    this.onWatch = onWatch;
    this.latest = new Latest<>(tools.fx(), this::show);
  }

  /** The newest first. */
  public ObservableList<JournalRow> rows() {
    return rows;
  }

  /** A sentence about each line of the file that can't be read. */
  public ObservableList<String> problems() {
    return problems;
  }

  /** Whether the journal was read: before, nothing is known. */
  public ReadOnlyBooleanProperty readProperty() {
    return read.getReadOnlyProperty();
  }

  /** Reads the journal anew. */
  public void refresh() {
    if (reading != null) {
      reading.cancel();
    }
    reading =
        tools
            .background()
            .start(
                "reading the journal",
                LONGEST_READING,
                () -> {
                  var contents = runs.journal();
                  latest.offer(new Seen(words.rows(contents), sentences(contents)));
                  return contents;
                });
  }

  /** Reads it whenever a rollback ends, until it is closed. */
  public Subscription follow() {
    refresh();
    return runs.onEnd(run -> tools.fx().execute(this::refresh));
  }

  public void undo(JournalRow row) {
    if (row.mayBeUndone()) {
      onUndo.accept(row.service(), row.id());
    }
  }

  /** Opens the progress of one that still runs here. */
  public void watch(JournalRow row) {
    row.run().ifPresent(onWatch::accept);
  }

  private void show(Seen seen) {
    read.set(true);
    if (!rows.equals(seen.rows())) {
      rows.setAll(seen.rows());
    }
    problems.setAll(seen.problems());
  }

  private static List<String> sentences(Journal.Contents contents) {
    return contents.problems().stream().map(Redaction::text).map(ProgressWords::sentence).toList();
  }
}
