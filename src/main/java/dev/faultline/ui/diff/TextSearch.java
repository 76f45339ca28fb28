package dev.faultline.ui.diff;

import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.ui.fx.ScreenTools;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** Looks for words in the text, what is folded included; small and capital letters are alike. */
final class TextSearch {

  private final ScreenTools tools;
  private final TextModel text;
  private final StringProperty query = new SimpleStringProperty("");
  private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper();
  private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
  private Optional<Task<int[]>> running = Optional.empty();
  private int[] hits = {};

  TextSearch(ScreenTools tools, TextModel text) {
    this.tools = tools;
    this.text = text;
    query.addListener(change -> start(true));
    text.whole().addListener(change -> start(false));
  }

  /** What is looked for; empty for nothing. */
  StringProperty query() {
    return query;
  }

  /** How many rows have it. */
  ReadOnlyIntegerProperty count() {
    return count.getReadOnlyProperty();
  }

  /** Which of them a person stands at, from 0; -1 for none. */
  ReadOnlyIntegerProperty at() {
    return at.getReadOnlyProperty();
  }

  void next() {
    go(at.get() + 1);
  }

  void previous() {
    go(at.get() - 1);
  }

  private void go(int to) {
    if (hits.length > 0) {
      int hit = Math.floorMod(to, hits.length);
      text.reveal(hits[hit]);
      at.set(hit);
    }
  }

  private void start(boolean goThere) {
    running.ifPresent(Task::cancel);
    var wanted = query.get().strip();
    if (wanted.isEmpty()) {
      found(new int[0], false);
      return;
    }
    var rows = text.whole().get();
    var task = tools.background().start("search", Comparing.LONGEST, () -> hits(rows, wanted));
    running = Optional.of(task);
    task.whenDone(
        outcome -> {
          if (outcome instanceof Outcome.Done<int[]> done) {
            tools.fx().execute(() -> arrived(task, done.value(), goThere));
          }
        });
  }

  private void arrived(Task<int[]> task, int[] rows, boolean goThere) {
    if (running.filter(current -> current == task).isPresent()) {
      found(rows, goThere);
    }
  }

  private void found(int[] rows, boolean goThere) {
    hits = rows;
    at.set(-1);
    count.set(rows.length);
    if (goThere) {
      next();
    }
  }

  private static int[] hits(WholeText text, String query) {
    return IntStream.range(0, text.rows().size())
        .filter(
            row ->
                TextModel.texts(text.rows().get(row)).stream()
                    .anyMatch(line -> places(line, query, 1).length > 0))
        .toArray();
  }

  /** Where in a line it stands, as far as so many. */
  static int[] places(String line, String query, int most) {
    if (query.isEmpty()) {
      return new int[0];
    }
    var places = new int[most];
    int found = 0;
    char first = query.charAt(0);
    char lower = query.toLowerCase(Locale.ROOT).charAt(0);
    char upper = query.toUpperCase(Locale.ROOT).charAt(0);
    for (int i = 0; i <= line.length() - query.length() && found < most; i++) {
      char c = line.charAt(i);
      if ((c == first || c == lower || c == upper)
          && line.regionMatches(true, i, query, 0, query.length())) {
        places[found++] = i;
        i += query.length() - 1;
      }
    }
    return Arrays.copyOf(places, found);
  }
}
