package dev.faultline.ui.diff;

import dev.faultline.diff.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleConsumer;
import java.util.function.Predicate;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * The whole text at a glance, and where in it a person is: what went at the left, what came at the
 * right. A click goes there.
 */
final class Ruler extends Region {

  private static final double LEAST_MARK = 4;
  private static final double LEAST_THUMB = 18;

  private final Region thumb = new Region();
  private List<TextLine> lines = List.of();
  private List<Region> marks = List.of();
  private double lineHeight = 21;
  private double position;
  private double drawnFor = -1;

  /**
   * @param go told the share of the text, from 0 to 1, that shall be at the top of what is seen
   */
  Ruler(DoubleConsumer go) {
    getStyleClass().add("diff-ruler");
    thumb.getStyleClass().add("diff-thumb");
    thumb.setMouseTransparent(true);
    addEventHandler(MouseEvent.MOUSE_PRESSED, event -> go.accept(share(event.getY())));
    addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> go.accept(share(event.getY())));
  }

  void show(List<TextLine> shown, double height) {
    lines = shown;
    lineHeight = height;
    drawnFor = -1;
    requestLayout();
  }

  /** From 0 at the top to 1 at the bottom. */
  void position(double now) {
    position = now;
    requestLayout();
  }

  private double share(double y) {
    double room = getHeight() - thumbHeight();
    return room <= 0 ? 0 : Math.clamp((y - thumbHeight() / 2) / room, 0, 1);
  }

  private double textHeight() {
    return lines.size() * lineHeight;
  }

  private double thumbHeight() {
    double share = Math.min(1, getHeight() / Math.max(1, textHeight()));
    return Math.max(LEAST_THUMB, share * getHeight());
  }

  @Override
  protected void layoutChildren() {
    if (drawnFor != getHeight()) {
      drawnFor = getHeight();
      draw();
    }
    boolean scrolls = textHeight() > getHeight();
    thumb.setVisible(scrolls);
    double y = position * (getHeight() - thumbHeight());
    thumb.resizeRelocate(0, Math.round(y), getWidth(), Math.round(thumbHeight()));
  }

  private void draw() {
    var drawn = new ArrayList<Region>();
    column(drawn, "removed", 1, Ruler::went);
    column(drawn, "added", getWidth() / 2, Ruler::came);
    marks = drawn;
    getChildren().setAll(marks);
    getChildren().add(thumb);
  }

  /** Lines that fall on the same pixels become one mark, so that there are never many. */
  private void column(List<Region> into, String style, double x, Predicate<TextLine> wanted) {
    double scale = Math.min(lineHeight, getHeight() / Math.max(1, lines.size()));
    double start = -1;
    double end = -1;
    for (int i = 0; i < lines.size(); i++) {
      if (wanted.test(lines.get(i))) {
        double top = i * scale;
        if (start >= 0 && top > end + 1) {
          into.add(mark(style, x, start, end));
          start = -1;
        }
        start = start < 0 ? top : start;
        end = Math.max(top + scale, start + LEAST_MARK);
      }
    }
    if (start >= 0) {
      into.add(mark(style, x, start, end));
    }
  }

  private Region mark(String style, double x, double start, double end) {
    var mark = new Region();
    mark.getStyleClass().addAll("diff-ruler-mark", style);
    mark.setMouseTransparent(true);
    mark.setManaged(false);
    double inset = end - start > 3 * LEAST_MARK ? 2 : 0;
    mark.resizeRelocate(
        x,
        Math.round(start + inset),
        getWidth() / 2 - 1,
        Math.max(LEAST_MARK, Math.round(end - start - 2 * inset)));
    return mark;
  }

  private static boolean went(TextLine line) {
    return line instanceof TextLine.Content content
        && content.form() != TextLine.Form.NEW
        && (content.content() instanceof Row.Removed || content.content() instanceof Row.Changed);
  }

  private static boolean came(TextLine line) {
    return line instanceof TextLine.Content content
        && content.form() != TextLine.Form.OLD
        && (content.content() instanceof Row.Added || content.content() instanceof Row.Changed);
  }

  @Override
  protected double computePrefWidth(double height) {
    return 14;
  }
}
