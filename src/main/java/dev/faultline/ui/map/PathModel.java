package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapSubject;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Asks where a path ends, and keeps what came of it. */
final class PathModel {

  private final Supplier<MapChoice> choice;
  private final Consumer<MapChoice> chooser;
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(new State.Nothing());
  private Optional<PathSaid> shown = Optional.empty();

  /** How far it is. */
  sealed interface State {
    /** No path is spoken of. */
    record Nothing() implements State {}

    /** The start is known, the end is to be chosen. */
    record Asking(MapSubject from) implements State {}

    /** It is shown, or there is none. */
    record Told(PathSaid said) implements State {}
  }

  /**
   * @param choice what is shown of the map
   * @param chooser shows something else of it
   */
  PathModel(Supplier<MapChoice> choice, Consumer<MapChoice> chooser) {
    this.choice = choice;
    this.chooser = chooser;
  }

  ReadOnlyObjectProperty<State> stateProperty() {
    return state.getReadOnlyProperty();
  }

  /** Asks where the path from there ends. */
  void ask(MapSubject from) {
    state.set(new State.Asking(from));
  }

  /** The start of a path whose end is to be chosen. */
  Optional<MapSubject> asking() {
    return state.get() instanceof State.Asking(var from) ? Optional.of(from) : Optional.empty();
  }

  /** Shows the path; from a node to itself there is none worth showing. */
  void show(MapSubject from, MapSubject to) {
    if (!from.equals(to)) {
      state.set(settled());
      chooser.accept(choice.get().path(from, to));
    }
  }

  /** Something else is hidden now: there may be a path where none was found before. */
  void again() {
    if (state.get() instanceof State.Told(PathSaid.Missing said)) {
      show(said.from(), said.to());
    }
  }

  /** Asks no more, or leaves the path, or takes back what was said; whether there was any. */
  boolean back() {
    if (asking().isPresent()) {
      state.set(settled());
      return true;
    }
    boolean spoken = !(state.get() instanceof State.Nothing);
    state.set(new State.Nothing());
    if (choice.get().focus() instanceof Focus.Path) {
      chooser.accept(choice.get().withoutPath());
      return true;
    }
    return spoken;
  }

  /** Another node is selected: that there is no path to some node is old news. */
  void moved() {
    if (state.get() instanceof State.Told(PathSaid.Missing _)) {
      state.set(new State.Nothing());
    }
  }

  /** A picture has come. */
  void arrived(MapPicture picture) {
    shown = picture.path().filter(PathSaid.Shown.class::isInstance);
    boolean isOld = state.get() instanceof State.Told(PathSaid.Shown _) && shown.isEmpty();
    if (asking().isEmpty() && (isOld || picture.path().isPresent())) {
      state.set(picture.path().<State>map(State.Told::new).orElseGet(State.Nothing::new));
    }
    if (picture.path().filter(this::isMissed).isPresent()) {
      chooser.accept(choice.get().withoutPath());
    }
  }

  /** The map is as it was before: so shall be what is chosen. */
  private boolean isMissed(PathSaid said) {
    return said instanceof PathSaid.Missing
        && choice.get().focus() instanceof Focus.Path path
        && path.from().equals(said.from())
        && path.to().equals(said.to());
  }

  private State settled() {
    return shown.<State>map(State.Told::new).orElseGet(State.Nothing::new);
  }
}
