package dev.faultline.ui.control;

/** A word or two on a coloured ground. */
public final class Badge extends CutLabel {

  /** What the colour stands for. */
  public enum Tone {
    NEUTRAL,
    ACCENT,
    OK,
    WARN,
    FAIL,
    CHANGED
  }

  public Badge(String text, Tone tone) {
    super(text, "badge", "badge-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    setMinWidth(USE_PREF_SIZE);
  }
}
