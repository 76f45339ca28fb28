package dev.faultline.ui.shell;

import java.util.Locale;
import java.util.function.Supplier;

/**
 * Something that can be gone to, or done, by typing a part of its name.
 *
 * @param sought what is looked for, in lower case
 * @param title in the first line
 * @param detail beside it; made when it is shown, as there are tens of thousands of entries
 * @param bonus added to the score, so that of equals the likelier comes first
 */
record PaletteEntry(
    Sort sort, String sought, String title, Supplier<String> detail, int bonus, Runnable action) {

  /** What it is; told by a word beside it. */
  enum Sort {
    SERVICE,
    VERSION,
    COMMAND
  }

  static PaletteEntry of(
      Sort sort, String sought, String title, Supplier<String> detail, int bonus, Runnable action) {
    return new PaletteEntry(sort, sought.toLowerCase(Locale.ROOT), title, detail, bonus, action);
  }
}
