package dev.faultline.ui.diff;

import dev.faultline.diff.Row;
import dev.faultline.diff.Row.Piece;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.PathElement;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/**
 * One side of a line: number, sign, text and marks. Draws no more of the text than can be seen, as
 * a line can be longer than any screen.
 */
final class HalfLine extends Region {

  /** What it shows, by its ground. */
  enum Ground {
    SAME,
    ADDED,
    REMOVED,
    BLANK,
    FOLD,
    HEADING
  }

  /**
   * What it shows.
   *
   * @param numbers one, or of both sides; empty where there is none
   */
  record Content(Ground ground, List<String> numbers, List<Piece> pieces) {}

  /** Longer lines are drawn in part. */
  private static final int LONG = 600;

  private static final int MOST_MARKS = 200;
  private static final String MINUS = "−";
  private static final String PLUS = "+";

  private final LineMetrics metrics;
  private final Map<Ground, Region> grounds = new EnumMap<>(Ground.class);
  private final List<Text> numbers = List.of(text("diff-number"), text("diff-number"));
  private final Text minus = text("diff-sign", "removed");
  private final Text plus = text("diff-sign", "added");
  private final Text code = text("diff-code");
  private final Text words = text("diff-words");
  private final Pane area = new Pane();
  private final Rectangle clip = new Rectangle();
  private final List<Rectangle> oldMarks = new ArrayList<>();
  private final List<Rectangle> newMarks = new ArrayList<>();
  private final List<Rectangle> hits = new ArrayList<>();
  private Content content = new Content(Ground.BLANK, List.of(""), List.of());
  private String line = "";
  private boolean plain = true;

  HalfLine(LineMetrics metrics) {
    this.metrics = metrics;
    getStyleClass().add("diff-half");
    clip.setSmooth(false);
    area.setClip(clip);
    area.setManaged(false);
    area.getChildren().add(code);
    minus.setText(MINUS);
    plus.setText(PLUS);
    getChildren().addAll(numbers);
    getChildren().addAll(minus, plus, words, area);
  }

  private static Text text(String... styles) {
    var text = new Text();
    text.getStyleClass().addAll(styles);
    text.setTextOrigin(VPos.CENTER);
    text.setManaged(false);
    return text;
  }

  /**
   * Shows another line. Styles stay as they are and nodes are shown or hidden instead, as a new
   * style costs many times the drawing.
   */
  void show(Content next) {
    if (next.ground() != content.ground() || grounds.isEmpty()) {
      ground(content.ground()).setVisible(false);
      ground(next.ground()).setVisible(true);
    }
    content = next;
    line = Visible.of(joined(next.pieces()));
    plain = isPlain(line);
    boolean isText = isText();
    code.setVisible(isText);
    words.setVisible(!isText);
    words.setText(isText ? "" : line);
    minus.setVisible(next.ground() == Ground.REMOVED);
    plus.setVisible(next.ground() == Ground.ADDED);
    for (int i = 0; i < numbers.size(); i++) {
      numbers.get(i).setText(i < next.numbers().size() ? next.numbers().get(i) : "");
    }
    requestLayout();
  }

  private static String joined(List<Piece> pieces) {
    return pieces.size() == 1 ? pieces.getFirst().text() : Row.text(pieces);
  }

  /** A fold or a heading is words of ours. */
  private boolean isText() {
    return content.ground() != Ground.FOLD && content.ground() != Ground.HEADING;
  }

  private Region ground(Ground ground) {
    return grounds.computeIfAbsent(
        ground,
        missing -> {
          var region = new Region();
          region.getStyleClass().addAll("diff-ground", missing.name().toLowerCase(Locale.ROOT));
          region.setManaged(false);
          getChildren().addFirst(region);
          return region;
        });
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  @Override
  protected void layoutChildren() {
    double middle = Math.round(getHeight() / 2);
    double width = metrics.charWidth(code.getFont());
    int columns = content.numbers().size();
    ground(content.ground()).resizeRelocate(0, 0, getWidth(), getHeight());
    for (int i = 0; i < columns; i++) {
      var number = numbers.get(i);
      number.setLayoutX(metrics.numberEnd(i) - number.getText().length() * width);
      number.setLayoutY(middle);
    }
    for (Text sign : List.of(minus, plus)) {
      sign.setLayoutX(metrics.sign(columns));
      sign.setLayoutY(middle);
    }
    double left = metrics.code(columns);
    double room = Math.max(0, getWidth() - left);
    area.resizeRelocate(left, 0, room, getHeight());
    clip.setWidth(room);
    clip.setHeight(getHeight());
    words.setLayoutX(left);
    words.setLayoutY(middle);
    if (isText()) {
      layoutCode(room, middle, width);
    }
  }

  private void layoutCode(double room, double middle, double width) {
    double offset = metrics.offset().get();
    int from = 0;
    int to = line.length();
    if (line.length() > LONG) {
      from = Math.clamp((long) (offset / width) - 1, 0, line.length());
      to = Math.clamp((long) (from + room / width) + 4, from, line.length());
    }
    code.setText(line.substring(from, to));
    double start = from * width - offset;
    code.setLayoutX(start);
    code.setLayoutY(middle);
    var marks = content.ground() == Ground.REMOVED ? oldMarks : newMarks;
    var style = content.ground() == Ground.REMOVED ? "removed" : "added";
    int used = 0;
    int at = 0;
    for (Piece piece : content.pieces()) {
      int end = at + piece.text().length();
      if (piece.marked() && isChange() && end > from && at < to && used < MOST_MARKS) {
        place(rectangle(marks, used++, "diff-mark", style), at, end, from, to, start, width);
      }
      at = end;
    }
    hide(oldMarks, marks == oldMarks ? used : 0);
    hide(newMarks, marks == newMarks ? used : 0);
    var query = metrics.query().get().strip();
    int found = 0;
    for (int hit : TextSearch.places(line.substring(from, to), query, MOST_MARKS)) {
      place(
          rectangle(hits, found++, "diff-hit"),
          from + hit,
          from + hit + query.length(),
          from,
          to,
          start,
          width);
    }
    hide(hits, found);
  }

  /** A line that came or went is coloured whole: to mark all of it would say nothing. */
  private boolean isChange() {
    return content.pieces().stream().anyMatch(piece -> !piece.marked());
  }

  private void place(
      Rectangle mark, int at, int end, int from, int to, double start, double width) {
    int first = Math.max(at, from) - from;
    int last = Math.min(end, to) - from;
    double x = first * width;
    double wide = (last - first) * width;
    if (!plain) {
      var bounds = bounds(code.rangeShape(first, last));
      x = bounds[0];
      wide = Math.max(0, bounds[1] - bounds[0]);
    }
    mark.setX(start + x);
    mark.setWidth(wide);
    mark.setY(2);
    mark.setHeight(Math.max(0, getHeight() - 4));
  }

  private static double[] bounds(PathElement[] shape) {
    double left = Double.MAX_VALUE;
    double right = 0;
    for (PathElement element : shape) {
      double x =
          switch (element) {
            case MoveTo move -> move.getX();
            case LineTo line -> line.getX();
            default -> 0;
          };
      left = Math.min(left, x);
      right = Math.max(right, x);
    }
    return new double[] {left == Double.MAX_VALUE ? 0 : left, right};
  }

  private Rectangle rectangle(List<Rectangle> pool, int index, String... styles) {
    if (index == pool.size()) {
      var rectangle = new Rectangle();
      rectangle.getStyleClass().addAll(styles);
      rectangle.setManaged(false);
      rectangle.setArcWidth(4);
      rectangle.setArcHeight(4);
      pool.add(rectangle);
      area.getChildren().addFirst(rectangle);
    }
    var rectangle = pool.get(index);
    rectangle.setVisible(true);
    return rectangle;
  }

  private static void hide(List<Rectangle> pool, int from) {
    for (int i = from; i < pool.size(); i++) {
      pool.get(i).setVisible(false);
    }
  }
}
