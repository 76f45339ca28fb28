package dev.faultline.ui.diff;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** The measures and positions that all lines of a text share. */
final class LineMetrics {

  /** Left of the numbers, between them and the sign, and behind the sign. */
  private static final double GAP = 12;

  private static final int SAMPLE = 40;

  private final DoubleProperty offset = new SimpleDoubleProperty();
  private final StringProperty query = new SimpleStringProperty("");
  private Font font = Font.getDefault();
  private double charWidth = 7.2;
  private int digits = 2;

  /** How far the text is scrolled to the side, in pixels. */
  DoubleProperty offset() {
    return offset;
  }

  /** What is looked for. */
  StringProperty query() {
    return query;
  }

  void digits(int most) {
    digits = Math.max(2, most);
  }

  /** Measures the font once; all its characters are as wide, but for those it does not have. */
  double charWidth(Font now) {
    if (!now.equals(font)) {
      font = now;
      var sample = new Text("0".repeat(SAMPLE));
      sample.setFont(now);
      charWidth = sample.getLayoutBounds().getWidth() / SAMPLE;
    }
    return charWidth;
  }

  double charWidth() {
    return charWidth;
  }

  /** Where a column of numbers ends. */
  double numberEnd(int column) {
    return (column + 1) * (GAP + digits * charWidth);
  }

  double sign(int columns) {
    return numberEnd(columns - 1) + GAP;
  }

  double code(int columns) {
    return sign(columns) + charWidth + GAP;
  }
}
