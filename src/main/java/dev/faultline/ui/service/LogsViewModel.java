package dev.faultline.ui.service;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.concurrent.Task;
import dev.faultline.model.Pod;
import dev.faultline.ui.fx.FileSaver;
import dev.faultline.ui.fx.ScreenTools;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The log of one container, of this run or the one before, followed or read once. */
final class LogsViewModel {

  /** More is not kept: the oldest lines go, and the screen says so. */
  static final int MOST = 100_000;

  private static final int FIRST = 5_000;
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final ScreenTools tools;
  private final ReadOnlyObjectWrapper<List<LogSource>> sources =
      new ReadOnlyObjectWrapper<>(List.of());
  private final ObjectProperty<Optional<LogSource>> source =
      new SimpleObjectProperty<>(Optional.empty());
  private final BooleanProperty previous = new SimpleBooleanProperty();
  private final BooleanProperty following = new SimpleBooleanProperty(true);
  private final StringProperty search = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
  private final ObservableList<String> lines = FXCollections.observableArrayList();
  private Optional<LinkedCluster> cluster = Optional.empty();
  private Optional<Task<Boolean>> running = Optional.empty();
  private Optional<Task<Integer>> searching = Optional.empty();
  private int generation;

  /** How many lines had to go since the window was opened: by so many have the others moved up. */
  private long gone;

  private boolean shown;

  LogsViewModel(ScreenTools tools) {
    this.tools = tools;
    source.addListener(change -> read());
    previous.addListener(change -> read());
    following.addListener(change -> read());
  }

  /** The containers to choose from: those of pods that are not ready first. */
  ReadOnlyObjectProperty<List<LogSource>> sourcesProperty() {
    return sources.getReadOnlyProperty();
  }

  ObjectProperty<Optional<LogSource>> sourceProperty() {
    return source;
  }

  /** Whether the run before the current one is wanted. */
  BooleanProperty previousProperty() {
    return previous;
  }

  BooleanProperty followingProperty() {
    return following;
  }

  StringProperty searchProperty() {
    return search;
  }

  /** Why no more lines come, in a sentence; empty while they do. */
  ReadOnlyStringProperty stateProperty() {
    return state.getReadOnlyProperty();
  }

  ObservableList<String> lines() {
    return lines;
  }

  /** What there is to choose from now; a choice that is still possible stays. */
  void offer(ServicePage page) {
    cluster = Optional.of(page.picture().linked());
    var all = new ArrayList<LogSource>();
    for (Pod pod : page.service().pods()) {
      var version = page.revisionOf(pod).map(revision -> revision.version().text()).orElse("");
      pod.containers().forEach(container -> all.add(LogSource.of(pod, container, version)));
    }
    all.sort(LogSource.SICK_FIRST);
    if (!all.equals(sources.get())) {
      sources.set(List.copyOf(all));
    }
    var kept = source.get().flatMap(old -> all.stream().filter(one -> one.isSame(old)).findFirst());
    if (kept.isEmpty()) {
      source.set(all.stream().findFirst());
    }
  }

  /** The screen is shown: reading begins. */
  void start() {
    shown = true;
    read();
  }

  /** Nobody looks any more. */
  void stop() {
    shown = false;
    running.ifPresent(Task::cancel);
    running = Optional.empty();
  }

  /**
   * Looks for the next line, from there on, that holds what is searched; around the end if need be.
   *
   * @param found told of its index, on the FX thread; of nothing if there is none
   */
  void find(int from, boolean forward, IntConsumer found) {
    searching.ifPresent(Task::cancel);
    var wanted = search.get().toLowerCase(Locale.ROOT);
    if (wanted.isEmpty() || lines.isEmpty()) {
      return;
    }
    var copy = List.copyOf(lines);
    int ofGeneration = generation;
    long goneThen = gone;
    var task =
        tools
            .background()
            .start("searching a log", PATIENCE, () -> LogSearch.next(copy, wanted, from, forward));
    searching = Optional.of(task);
    task.whenDone(
        end ->
            tools
                .fx()
                .execute(
                    () -> {
                      int at = end.result().orElse(LogSearch.NOWHERE) - (int) (gone - goneThen);
                      if (ofGeneration == generation && at >= 0) {
                        found.accept(at);
                      }
                    }));
  }

  void save() {
    var name =
        source.get().map(one -> one.pod().name() + "-" + one.container()).orElse("container");
    tools.dialogs().saveFile(tools.say("service.saveLog"), name + ".log", this::save);
  }

  private void save(Path file) {
    var copy = List.copyOf(lines);
    new FileSaver(tools)
        .save(
            tools.say("service.savingLog"),
            file,
            out -> write(copy, out),
            tools.say("service.savedLog", copy.size(), file.toString()));
  }

  private static void write(List<String> lines, OutputStream out) throws IOException {
    var writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    for (String line : lines) {
      writer.write(line);
      writer.newLine();
    }
    writer.flush();
  }

  private void read() {
    running.ifPresent(Task::cancel);
    running = Optional.empty();
    lines.clear();
    state.set("");
    generation++;
    if (!shown || source.get().isEmpty() || cluster.isEmpty()) {
      return;
    }
    var wanted = source.get().get();
    var request =
        new LogRequest(
            wanted.pod(), wanted.container(), previous.get(), following.get() ? FIRST : MOST);
    var actions = cluster.get().actions();
    var batch = new LogBatch(tools.fx(), generation, this::take);
    state.set(tools.say("service.readingLog"));
    running =
        Optional.of(
            tools
                .background()
                .keepRunning(
                    "following the log of " + wanted.pod().name(),
                    () -> {
                      if (following.get() && !request.previous()) {
                        batch.end(words(actions.followLogs(request, batch::add)));
                      } else {
                        batch.end(words(actions.logs(request), batch));
                      }
                    }));
  }

  private String words(LogEnd end) {
    return switch (end) {
      case LogEnd.Ended _ -> tools.say("service.logEnded");
      case LogEnd.Unavailable not -> tools.say("service.noLog", not.reason());
    };
  }

  private String words(LogReading reading, LogBatch batch) {
    return switch (reading) {
      case LogReading.Lines read -> {
        read.lines().forEach(batch::add);
        yield "";
      }
      case LogReading.Unavailable not -> tools.say("service.noLog", not.reason());
    };
  }

  private void take(int ofGeneration, List<String> more, Optional<String> end) {
    if (ofGeneration != generation) {
      return; // Of a container that was chosen before.
    }
    int over = lines.size() + more.size() - MOST;
    if (over > 0) {
      int first = Math.min(over, lines.size());
      lines.remove(0, first);
      gone += first;
    }
    lines.addAll(more.size() > MOST ? more.subList(more.size() - MOST, more.size()) : more);
    state.set(
        end.orElseGet(
            () -> following.get() && !previous.get() ? tools.say("service.followingLog") : ""));
  }
}
