package dev.faultline.ui.diff;

import dev.faultline.cluster.StateSource.Subscription;
import dev.faultline.concurrent.Outcome;
import dev.faultline.concurrent.Task;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Navigator;
import dev.faultline.workspace.Workspace;
import dev.faultline.workspace.WorkspaceFeed;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** What differs between two sides: chosen, computed in the background, followed while it lives. */
public final class DiffViewModel {

  /** Rows that can be gone through without anybody noticing. */
  private static final int LONG = 5_000;

  private final ScreenTools tools;
  private final WorkspaceFeed feed;
  private final Navigator navigator;
  private final Comparing comparing;
  private final TextModel text = new TextModel();
  private final TextSearch search;
  private final ReadOnlyObjectWrapper<DiffState> state =
      new ReadOnlyObjectWrapper<>(new DiffState.Nothing());
  private final ReadOnlyObjectWrapper<SideLabel> beforeLabel =
      new ReadOnlyObjectWrapper<>(SideLabel.NONE);
  private final ReadOnlyObjectWrapper<SideLabel> afterLabel =
      new ReadOnlyObjectWrapper<>(SideLabel.NONE);
  private final ReadOnlyObjectWrapper<Optional<Revision>> takeBack =
      new ReadOnlyObjectWrapper<>(Optional.empty());
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyIntegerWrapper noise = new ReadOnlyIntegerWrapper(-1);
  private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(-1);
  private final BooleanProperty raw = new SimpleBooleanProperty();
  private final ObservableList<ChangeRow> changes = FXCollections.observableArrayList();
  private Optional<ComparedSide> before = Optional.empty();
  private Optional<ComparedSide> after = Optional.empty();
  private Optional<Task<Comparing.Answer>> running = Optional.empty();
  private LiveManifests seen = LiveManifests.NONE;

  public DiffViewModel(ScreenTools tools, WorkspaceFeed feed, Navigator navigator) {
    this.tools = tools;
    this.feed = feed;
    this.navigator = navigator;
    this.comparing = new Comparing(tools);
    this.search = new TextSearch(tools, text);
    raw.addListener(change -> start());
  }

  /** Shows what differs; one that is still being computed is given up. */
  public void compare(ComparedSide old, ComparedSide now) {
    before = Optional.of(old);
    after = Optional.of(now);
    noise.set(-1);
    label(feed.workspace());
    start();
  }

  void chooseBefore(ComparedSide side) {
    compare(side, after.orElse(side));
  }

  void chooseAfter(ComparedSide side) {
    compare(before.orElse(side), side);
  }

  void swap() {
    if (before.isPresent() && after.isPresent()) {
      compare(after.get(), before.get());
    }
  }

  /** All that a side can be; what belongs to its service first. */
  List<SideChoice> choices(boolean old) {
    var service = service(old ? before : after).or(() -> service(old ? after : before));
    return SideChoice.all(tools, feed.workspace(), service);
  }

  void chooseFile(boolean old) {
    tools
        .dialogs()
        .chooseFile(
            tools.say("diff.choose.file-title"),
            file -> {
              var side = new ComparedSide.InFile(file);
              if (old) {
                chooseBefore(side);
              } else {
                chooseAfter(side);
              }
            });
  }

  ReadOnlyObjectProperty<DiffState> state() {
    return state.getReadOnlyProperty();
  }

  /** Whether something is being computed. */
  ReadOnlyBooleanProperty busy() {
    return busy.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<SideLabel> before() {
    return beforeLabel.getReadOnlyProperty();
  }

  ReadOnlyObjectProperty<SideLabel> after() {
    return afterLabel.getReadOnlyProperty();
  }

  /** What the comparison is of: the service, or the file. */
  String title() {
    return service(after)
        .or(() -> service(before))
        .map(ResourceRef::name)
        .orElseGet(() -> afterLabel.get().name());
  }

  /** The revision that the service can be taken back to; empty if this is no such comparison. */
  ReadOnlyObjectProperty<Optional<Revision>> takeBack() {
    return takeBack.getReadOnlyProperty();
  }

  void openRollback() {
    var revision = takeBack.get();
    service(after).ifPresent(ref -> navigator.rollBack(ref, revision.map(Revision::id)));
  }

  /** How many differences are noise; -1 while that is not known. */
  ReadOnlyIntegerProperty noise() {
    return noise.getReadOnlyProperty();
  }

  /** Show the noise as well. */
  BooleanProperty raw() {
    return raw;
  }

  ObservableList<ChangeRow> changes() {
    return changes;
  }

  /** The index of the change that is chosen, or -1. */
  ReadOnlyIntegerProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  TextModel text() {
    return text;
  }

  TextSearch search() {
    return search;
  }

  /** Chooses a change: its lines are marked and come into view. */
  void choose(int change) {
    if (change != chosen.get() && change >= 0 && change < changes.size()) {
      chosen.set(change);
      mark(changes.get(change), true);
    }
  }

  /** A person went to a row of the text: the change that it shows is chosen. */
  void at(int row) {
    text.at(row);
    var whole = text.whole().get();
    if (row < 0 || row >= whole.rows().size() || !whole.isDifferent(row)) {
      return;
    }
    int change = ChangeFinder.at(whole, changes, row);
    if (change >= 0 && change != chosen.get()) {
      chosen.set(change);
      mark(changes.get(change), false);
    }
  }

  /** In a long text it takes a while to find the lines of a change. */
  private void mark(ChangeRow change, boolean goThere) {
    var whole = text.whole().get();
    if (whole.rows().size() <= LONG) {
      marked(whole.rowsOf(change.section(), change.change()), goThere);
      return;
    }
    int now = chosen.get();
    tools
        .background()
        .start("lines", Comparing.LONGEST, () -> whole.rowsOf(change.section(), change.change()))
        .whenDone(
            outcome ->
                outcome
                    .result()
                    .ifPresent(rows -> tools.fx().execute(() -> found(whole, now, rows, goThere))));
  }

  private void found(WholeText in, int change, BitSet rows, boolean goThere) {
    if (in == text.whole().get() && change == chosen.get()) {
      marked(rows, goThere);
    }
  }

  private void marked(BitSet rows, boolean goThere) {
    if (goThere) {
      text.mark(rows);
    } else {
      text.markInPlace(rows);
    }
  }

  /** The whole as text; secrets are hidden in it. */
  String copyAll() {
    return UnifiedText.of(text.whole().get(), named(beforeLabel.get()), named(afterLabel.get()));
  }

  private static String named(SideLabel label) {
    return label.title() + " (" + label.name() + ")";
  }

  /** Tells of each newer picture of what is linked, on threads of the feed, until it is closed. */
  Subscription subscribe(Consumer<Workspace> listener) {
    return feed.subscribe(listener);
  }

  /** A newer picture of what is linked: what lives on is compared anew. */
  void follow(Workspace workspace) {
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    label(workspace);
    if (!LiveManifests.of(workspace, before.get(), after.get()).equals(seen)) {
      start();
    }
  }

  private void label(Workspace workspace) {
    boolean one = service(before).equals(service(after));
    before.ifPresent(side -> beforeLabel.set(label(workspace, side, one)));
    after.ifPresent(side -> afterLabel.set(label(workspace, side, one)));
    takeBack.set(TakeBack.offered(workspace, before, after));
  }

  private SideLabel label(Workspace workspace, ComparedSide side, boolean oneService) {
    var label = SideLabel.of(tools, workspace, side);
    var service = TakeBack.service(side);
    return oneService || service.isEmpty() ? label : label.of(tools, service.get());
  }

  private void start() {
    if (before.isEmpty() || after.isEmpty()) {
      return;
    }
    running.ifPresent(Task::cancel);
    var old = before.get();
    var now = after.get();
    boolean everything = raw.get();
    var workspace = feed.workspace();
    seen = LiveManifests.of(workspace, old, now);
    busy.set(true);
    if (!(state.get() instanceof DiffState.Shown)) {
      state.set(new DiffState.Working());
    }
    var task =
        tools
            .background()
            .start(
                "comparison",
                Comparing.LONGEST,
                () -> comparing.compare(workspace, old, now, everything));
    running = Optional.of(task);
    task.whenDone(outcome -> tools.fx().execute(() -> arrived(task, outcome)));
  }

  private void arrived(Task<Comparing.Answer> task, Outcome<Comparing.Answer> outcome) {
    if (running.filter(current -> current == task).isEmpty()) {
      return; // Outdated: another one is on its way.
    }
    switch (outcome) {
      case Outcome.Done<Comparing.Answer> done -> {
        show(done.value().state());
        countNoise(task, done.value());
      }
      case Outcome.Failed<Comparing.Answer> failed -> {
        show(
            new DiffState.Trouble(
                tools.say("diff.trouble.broken"), tools.say("diff.trouble.broken-text")));
        tools.dialogs().failed(tools.say("diff.trouble.broken"), failed.cause());
      }
      case Outcome.TimedOut<Comparing.Answer> late -> show(comparing.tooLong(late.after()));
      case Outcome.Cancelled<Comparing.Answer> ignored -> {}
    }
    busy.set(false);
  }

  private void countNoise(Task<Comparing.Answer> of, Comparing.Answer answer) {
    tools
        .background()
        .start("noise", Comparing.LONGEST, () -> Comparing.noise(answer))
        .whenDone(
            outcome ->
                tools
                    .fx()
                    .execute(
                        () -> {
                          if (running.filter(current -> current == of).isPresent()) {
                            noise.set(outcome.result().map(count -> count.orElse(-1)).orElse(-1));
                          }
                        }));
  }

  private void show(DiffState next) {
    if (next instanceof DiffState.Shown now
        && state.get() instanceof DiffState.Shown old
        && now.comparison().sameAs(old.comparison())) {
      return; // Nothing of what is shown has changed: folds and place stay as they are.
    }
    chosen.set(-1);
    if (next instanceof DiffState.Shown shown) {
      text.show(shown.comparison().text());
      changes.setAll(shown.comparison().changes());
    } else {
      text.show(WholeText.EMPTY);
      changes.clear();
    }
    state.set(next);
    choose(0);
  }

  private static Optional<ResourceRef> service(Optional<ComparedSide> side) {
    return side.flatMap(TakeBack::service);
  }
}
