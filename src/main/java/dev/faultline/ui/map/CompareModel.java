package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapComparison;
import dev.faultline.model.ResourceRef;
import dev.faultline.workspace.ComparedSide;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Lays the map of one namespace or cluster over that of another. */
final class CompareModel {

  private final Supplier<ComparableSides> sides;
  private final Supplier<MapChoice> choice;
  private final Consumer<MapChoice> choose;
  private final BiConsumer<ComparedSide, ComparedSide> diff;

  /**
   * @param sides what the picture that is shown can be compared by
   * @param diff opens two services side by side
   */
  CompareModel(
      Supplier<ComparableSides> sides,
      Supplier<MapChoice> choice,
      Consumer<MapChoice> choose,
      BiConsumer<ComparedSide, ComparedSide> diff) {
    this.sides = sides;
    this.choice = choice;
    this.choose = choose;
    this.diff = diff;
  }

  /** What there is to choose from. */
  ComparableSides sides() {
    return sides.get();
  }

  /** Compares what is most likely meant, or stops if two sides are compared already. */
  void toggle() {
    if (choice.get().comparison().isPresent()) {
      stop();
    } else {
      sides().likely(choice.get().namespaces()).ifPresent(this::start);
    }
  }

  void start(MapComparison both) {
    choose.accept(choice.get().comparing(Optional.of(both)));
  }

  void stop() {
    choose.accept(choice.get().comparing(Optional.empty()));
  }

  /** The service on the left beside that on the right. */
  void open(ResourceRef left, ResourceRef right) {
    diff.accept(new ComparedSide.Live(left), new ComparedSide.Live(right));
  }
}
