package dev.faultline.ui.connect;

import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.settings.ContextSettings;
import dev.faultline.settings.SettingsKeeper;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ContextLister;
import dev.faultline.workspace.ContextLister.Context;
import dev.faultline.workspace.ContextLister.Listing;
import dev.faultline.workspace.ContextLister.State;
import dev.faultline.workspace.Linker;
import dev.faultline.workspace.SourceChoice;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyListProperty;
import javafx.beans.property.ReadOnlyListWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Which contexts there are, how they answer, which are chosen; and linking to them. */
public final class ConnectViewModel {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final ScreenTools tools;
  private final ContextLister lister;
  private final Linker linker;
  private final SettingsKeeper settings;
  private final Runnable onLinked;
  private final ObservableList<ConnectRow> rows = FXCollections.observableArrayList();
  private final ReadOnlyListWrapper<String> problems =
      new ReadOnlyListWrapper<>(FXCollections.observableArrayList());
  private final ReadOnlyBooleanWrapper linking = new ReadOnlyBooleanWrapper();
  private Optional<Task<Listing>> test = Optional.empty();

  /**
   * @param onLinked told on the FX thread when something was linked: time to show it
   */
  public ConnectViewModel(
      ScreenTools tools,
      ContextLister lister,
      Linker linker,
      SettingsKeeper settings,
      Runnable onLinked) {
    this.tools = tools;
    this.lister = lister;
    this.linker = linker;
    this.settings = settings;
    this.onLinked = onLinked;
  }

  /** The contexts by name, as far as they are known. */
  ObservableList<ConnectRow> rows() {
    return rows;
  }

  /** Sentences about kubeconfigs and links that failed. */
  ReadOnlyListProperty<String> problemsProperty() {
    return problems.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty linkingProperty() {
    return linking.getReadOnlyProperty();
  }

  /** Reads the kubeconfig, then tests every context; rows fill as the answers come. */
  public void testAll() {
    test.ifPresent(Task::cancel);
    var reading =
        tools
            .background()
            .start("reading the kubeconfig", PATIENCE, () -> lister.known(Optional.empty()));
    reading.whenDone(end -> end.result().ifPresent(known -> onFx(() -> begin(known))));
  }

  /** Tests again if any context did not answer: a network may have come up meanwhile. */
  void testUnreachableAgain() {
    boolean any = rows.stream().anyMatch(row -> row.context().state() instanceof State.Unreachable);
    if (any && rows.stream().noneMatch(ConnectRow::testing) && !linking.get()) {
      testAll();
    }
  }

  void choose(String name, boolean chosen) {
    change(name, row -> row.withChosen(chosen));
    expect();
  }

  void setProtected(String name, boolean on) {
    set(name, old -> old.withProtected(on));
  }

  void setReadOnly(String name, boolean on) {
    set(name, old -> old.withReadOnly(on));
  }

  /** Sets the namespaces to look at, parted by commas or blanks; none means all. */
  void setNamespaces(String name, String text) {
    var namespaces = List.of(text.strip().split("[,\\s]+"));
    set(name, old -> old.withNamespaces(text.isBlank() ? List.of() : namespaces));
  }

  List<String> chosen() {
    return rows.stream().filter(ConnectRow::chosen).map(ConnectRow::name).toList();
  }

  boolean hasLinkedBefore() {
    return !settings.settings().window().lastContexts().isEmpty();
  }

  /** Links to the contexts that are chosen. */
  public void linkChosen() {
    var names = chosen();
    if (names.isEmpty()) {
      return;
    }
    settings.change(old -> old.withWindow(old.window().withLastContexts(names)));
    link(
        tools.say("connect.linking", String.join(", ", names)),
        new SourceChoice.Contexts(Optional.empty(), names, List.of()));
  }

  /** Opens the simulated incident. */
  public void openDemo() {
    link(tools.say("connect.openingDemo"), new SourceChoice.Demo(List.of()));
  }

  void openFolder(Path folder) {
    link(
        tools.say("connect.openingFolder", folder.toString()),
        new SourceChoice.Folder(folder, List.of()));
  }

  /** Shows the contexts at once, with the last answer of each that gave one. */
  private void begin(Listing known) {
    problems.setAll(known.problems());
    var last = settings.settings().window().lastContexts();
    var begun =
        known.contexts().stream()
            .map(
                context -> {
                  var old = row(context.name());
                  boolean chosen =
                      old.map(ConnectRow::chosen)
                          .orElse(
                              last.isEmpty() ? context.current() : last.contains(context.name()));
                  boolean answered =
                      old.filter(row -> row.context().state() instanceof State.Reachable)
                          .isPresent();
                  return new ConnectRow(
                      answered ? old.orElseThrow().context() : context,
                      settings.settings().forContext(context.name()),
                      chosen,
                      true);
                })
            .toList();
    rows.setAll(begun);
    var running =
        tools
            .background()
            .start(
                "testing the contexts",
                PATIENCE,
                () -> lister.test(Optional.empty(), one -> onFx(() -> put(one))));
    test = Optional.of(running);
    running.whenDone(end -> onFx(() -> testingIsOver(running)));
  }

  private void put(Context found) {
    for (int i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      if (row.name().equals(found.name())) {
        rows.set(i, new ConnectRow(found, row.settings(), row.chosen(), false));
        if (row.chosen()) {
          expect();
        }
      }
    }
  }

  private void testingIsOver(Task<Listing> ended) {
    if (test.filter(ended::equals).isEmpty()) {
      return; // Another test was begun meanwhile.
    }
    rows.replaceAll(row -> new ConnectRow(row.context(), row.settings(), row.chosen(), false));
  }

  private Optional<ConnectRow> row(String name) {
    return rows.stream().filter(row -> row.name().equals(name)).findFirst();
  }

  private void set(String name, UnaryOperator<ContextSettings> change) {
    var changed = change.apply(settings.settings().forContext(name));
    settings.change(old -> old.withContext(name, changed));
    change(name, row -> row.withSettings(changed));
    expect();
  }

  /** Nobody will link any more. */
  public void leave() {
    linker.expect(List.of());
  }

  /** What is chosen and answers is likely to be linked to: it is begun while one still looks. */
  private void expect() {
    linker.expect(
        rows.stream()
            .filter(ConnectRow::chosen)
            .filter(row -> row.context().state() instanceof State.Reachable)
            .map(ConnectRow::name)
            .toList());
  }

  private void change(String name, UnaryOperator<ConnectRow> change) {
    rows.replaceAll(row -> row.name().equals(name) ? change.apply(row) : row);
  }

  private void link(String what, SourceChoice choice) {
    linking.set(true);
    linker.link(what, choice).whenDone(end -> onFx(() -> linked(end)));
  }

  private void linked(Outcome<Linker.Linked> end) {
    linking.set(false);
    switch (end) {
      case Outcome.Done<Linker.Linked>(Linker.Linked done) -> {
        problems.setAll(done.notes());
        if (!done.clusters().isEmpty()) {
          done.notes().forEach(tools.dialogs()::tell);
          onLinked.run();
        }
      }
      case Outcome.Failed<Linker.Linked>(Throwable cause) ->
          tools.dialogs().failed(tools.say("connect.linkingFailed"), cause);
      case Outcome.TimedOut<Linker.Linked> late ->
          problems.setAll(tools.say("connect.timedOut", late.after().toSeconds()));
      case Outcome.Cancelled<Linker.Linked> _ -> problems.setAll(tools.say("connect.givenUp"));
    }
  }

  private void onFx(Runnable task) {
    tools.fx().execute(task);
  }
}
