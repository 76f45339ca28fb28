package dev.faultline.ui.service;

import java.util.function.Function;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a box has chosen. JavaFX asks for it where the choice is no longer among the items, as
 * for a moment after a refresh; its cells are then not asked.
 */
final class Told<T> extends StringConverter<T> {

  private final Function<T, String> words;

  Told(Function<T, String> words) {
    this.words = words;
  }

  @Override
  public String toString(@Nullable T chosen) {
    return chosen == null ? "" : words.apply(chosen);
  }

  /** Nothing can be typed into these boxes. */
  @Override
  public T fromString(String typed) {
    throw new UnsupportedOperationException("nothing is read from what is typed");
  }
}
