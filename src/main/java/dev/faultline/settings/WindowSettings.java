package dev.faultline.settings;

import java.util.List;

/**
 * How the window looks, and what it opens with.
 *
 * @param fontSize of the interface in pixels, within {@link #SMALLEST_FONT} and {@link
 *     #LARGEST_FONT}
 * @param lastContexts that were linked when the window was closed
 */
public record WindowSettings(Theme theme, int fontSize, List<String> lastContexts) {

  public static final int SMALLEST_FONT = 11;
  public static final int LARGEST_FONT = 20;

  /** What holds until the user says otherwise. */
  public static final WindowSettings START = new WindowSettings(Theme.SYSTEM, 13, List.of());

  /** Light or dark. */
  public enum Theme {
    /** As the desktop has it. */
    SYSTEM,
    LIGHT,
    DARK
  }

  public WindowSettings {
    fontSize = Math.clamp(fontSize, SMALLEST_FONT, LARGEST_FONT);
    lastContexts = List.copyOf(lastContexts);
  }

  public WindowSettings withTheme(Theme other) {
    return new WindowSettings(other, fontSize, lastContexts);
  }

  public WindowSettings withFontSize(int other) {
    return new WindowSettings(theme, other, lastContexts);
  }

  public WindowSettings withLastContexts(List<String> other) {
    return new WindowSettings(theme, fontSize, other);
  }
}
