package dev.faultline.ui.control;

/**
 * How something does, as a shape that can be told without its colour. The outlines are SVG paths on
 * a field of {@link #SIZE} by {@link #SIZE}; a canvas and an exported picture draw the same ones.
 */
public enum Mark {
  /** A disc with a tick. */
  HEALTHY("ok", Paths.DISC, "M4.6 8.2 L7 10.6 L11.4 5.8", false),
  /** A triangle with a stroke. */
  DEGRADED("warn", Paths.TRIANGLE, "M8 5.6 L8 9.4 M8 11.5 L8 11.9", false),
  /** An octagon with a cross. */
  FAILING("fail", Paths.OCTAGON, "M5.4 5.4 L10.6 10.6 M10.6 5.4 L5.4 10.6", false),
  /** A dashed ring with a question mark. */
  UNKNOWN("muted", Paths.RING, "M6.2 6.4 A1.9 1.9 0 1 1 8 8.4 L8 9 M8 11 L8 11.3", true),
  /** An arc. */
  PROGRESSING("accent", Paths.RING, "M8 1.5 A6.5 6.5 0 0 1 14.5 8", true),
  /** A ring with two strokes. */
  PAUSED("muted", Paths.RING, "M6.3 5.6 L6.3 10.4 M9.7 5.6 L9.7 10.4", true),
  /** An empty ring. */
  IDLE("muted", Paths.RING, "M5.5 8 L10.5 8", true),
  /** A tick alone. */
  TICK("ok", "", "M2.8 8.6 L6.2 12 L13.2 4.4", true),
  /** A cross alone. */
  CROSS("muted", "", "M4.2 4.2 L11.8 11.8 M11.8 4.2 L4.2 11.8", true),
  /** A step that is still to come. */
  TO_COME("faint", Paths.RING, "", true);

  /** Width and height of the field that the paths are drawn on. */
  public static final double SIZE = 16;

  private final String colour;
  private final String outline;
  private final String glyph;
  private final boolean hollow;

  Mark(String colour, String outline, String glyph, boolean hollow) {
    this.colour = colour;
    this.outline = outline;
    this.glyph = glyph;
    this.hollow = hollow;
  }

  /** The token of its colour. */
  public String colour() {
    return colour;
  }

  /** The shape around; empty if there is none. */
  public String outline() {
    return outline;
  }

  /** The lines within. */
  public String glyph() {
    return glyph;
  }

  /** Whether the shape is drawn as a line and not filled. */
  public boolean hollow() {
    return hollow;
  }

  /** Whether the line of the shape is dashed: what is not known must not look sure. */
  public boolean dashed() {
    return this == UNKNOWN;
  }

  private static final class Paths {
    static final String DISC = "M8 0.5 A7.5 7.5 0 1 1 8 15.5 A7.5 7.5 0 1 1 8 0.5 Z";
    static final String RING = "M8 1.5 A6.5 6.5 0 1 1 8 14.5 A6.5 6.5 0 1 1 8 1.5 Z";
    static final String TRIANGLE =
        "M7.1 1.5 Q8 0 8.9 1.5 L15.5 13 Q16.2 14.6 14.6 14.8 L1.4 14.8 Q-0.2 14.6 0.5 13 Z";
    static final String OCTAGON =
        "M4.9 0.5 L11.1 0.5 L15.5 4.9 L15.5 11.1 L11.1 15.5 L4.9 15.5 L0.5 11.1 L0.5 4.9 Z";
  }
}
