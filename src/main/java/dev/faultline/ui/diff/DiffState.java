package dev.faultline.ui.diff;

/** What the screen has to show. */
sealed interface DiffState {

  /** Nobody has chosen two sides yet. */
  record Nothing() implements DiffState {}

  /** It is being computed. */
  record Working() implements DiffState {}

  /** There are differences. */
  record Shown(Comparison comparison) implements DiffState {}

  /**
   * Nothing meaningful differs.
   *
   * @param noise how many differences are left out
   */
  record Equal(int noise) implements DiffState {}

  /** A side can't be shown, and why. */
  record Trouble(String title, String sentence) implements DiffState {}
}
