package dev.faultline.ui.diff;

import dev.faultline.diff.Row;
import dev.faultline.diff.Row.Piece;
import dev.faultline.ui.diff.HalfLine.Content;
import dev.faultline.ui.diff.HalfLine.Ground;
import dev.faultline.ui.diff.TextLine.Form;
import dev.faultline.ui.fx.ScreenTools;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.ListCell;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Shows a line: both sides beside each other, or one below the other. */
final class LineCell extends ListCell<TextLine> {

  private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");

  private final ScreenTools tools;
  private final TextModel text;
  private final HalfLine left;
  private final HalfLine right;
  private final Sides sides = new Sides();

  LineCell(ScreenTools tools, TextModel text, LineMetrics metrics) {
    this.tools = tools;
    this.text = text;
    this.left = new HalfLine(metrics);
    this.right = new HalfLine(metrics);
    right.getStyleClass().add("diff-right");
    getStyleClass().add("diff-line");
    sides.getChildren().addAll(left, right);
    metrics.offset().addListener(change -> move());
    metrics.query().addListener(change -> move());
    text.marked().addListener(change -> mark());
    setOnMouseClicked(
        event -> {
          if (getItem() instanceof TextLine.Fold fold) {
            text.open(fold);
          }
        });
  }

  /** The two sides fill the cell. */
  private final class Sides extends Region {
    @Override
    protected void layoutChildren() {
      double half = right.isVisible() ? Math.floor(getWidth() / 2) : getWidth();
      left.resizeRelocate(0, 0, half, getHeight());
      right.resizeRelocate(half, 0, getWidth() - half, getHeight());
    }

    @Override
    public javafx.collections.ObservableList<javafx.scene.Node> getChildren() {
      return super.getChildren();
    }
  }

  private void move() {
    if (!isEmpty()) {
      left.requestLayout();
      right.requestLayout();
    }
  }

  @Override
  protected void updateItem(@Nullable TextLine item, boolean empty) {
    super.updateItem(item, empty);
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText("");
    } else {
      boolean two = !text.unified().get();
      right.setVisible(two);
      show(item, two);
      setGraphic(sides);
      sides.requestLayout();
    }
    mark();
  }

  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    sides.resizeRelocate(0, 0, getWidth(), getHeight());
  }

  private void mark() {
    boolean chosen =
        getItem() instanceof TextLine.Content line && text.marked().get().get(line.row());
    pseudoClassStateChanged(CHOSEN, chosen);
  }

  private void show(TextLine item, boolean two) {
    switch (item) {
      case TextLine.Fold fold -> {
        var words = tools.words().count("diff.fold.one", "diff.fold.many", fold.count());
        both(full(Ground.FOLD, words, two), words);
      }
      case TextLine.Heading heading ->
          both(full(Ground.HEADING, heading.title(), two), heading.title());
      case TextLine.Content line -> {
        if (two) {
          beside(line.content());
        } else {
          below(line);
        }
      }
    }
  }

  private void both(Content content, String words) {
    left.show(content);
    right.show(content);
    setAccessibleText(words);
  }

  private static Content full(Ground ground, String words, boolean two) {
    return new Content(
        ground, two ? List.of("") : List.of("", ""), List.of(new Piece(words, false)));
  }

  private void beside(Row row) {
    switch (row) {
      case Row.Same same -> {
        left.show(one(Ground.SAME, same.before(), pieces(same)));
        right.show(one(Ground.SAME, same.after(), pieces(same)));
        setAccessibleText(same.text());
      }
      case Row.Removed gone -> {
        left.show(one(Ground.REMOVED, gone.before(), gone.pieces()));
        right.show(blank());
        tellRemoved(gone.before(), gone.pieces());
      }
      case Row.Added come -> {
        left.show(blank());
        right.show(one(Ground.ADDED, come.after(), come.pieces()));
        tellAdded(come.after(), come.pieces());
      }
      case Row.Changed changed -> {
        left.show(one(Ground.REMOVED, changed.before(), changed.old()));
        right.show(one(Ground.ADDED, changed.after(), changed.now()));
        setAccessibleText(
            tools.say(
                "diff.line.changed",
                changed.after(),
                Row.text(changed.old()),
                Row.text(changed.now())));
      }
      case Row.Folded ignored -> {}
    }
  }

  private void below(TextLine.Content line) {
    switch (line.content()) {
      case Row.Same same -> {
        left.show(
            new Content(
                Ground.SAME,
                List.of(Integer.toString(same.before()), Integer.toString(same.after())),
                pieces(same)));
        setAccessibleText(same.text());
      }
      case Row.Removed gone -> old(gone.before(), gone.pieces());
      case Row.Added come -> now(come.after(), come.pieces());
      case Row.Changed changed -> {
        if (line.form() == Form.OLD) {
          old(changed.before(), changed.old());
        } else {
          now(changed.after(), changed.now());
        }
      }
      case Row.Folded ignored -> {}
    }
  }

  private void old(int number, List<Piece> pieces) {
    left.show(new Content(Ground.REMOVED, List.of(Integer.toString(number), ""), pieces));
    tellRemoved(number, pieces);
  }

  private void now(int number, List<Piece> pieces) {
    left.show(new Content(Ground.ADDED, List.of("", Integer.toString(number)), pieces));
    tellAdded(number, pieces);
  }

  private void tellRemoved(int number, List<Piece> pieces) {
    setAccessibleText(tools.say("diff.line.removed", number, Row.text(pieces)));
  }

  private void tellAdded(int number, List<Piece> pieces) {
    setAccessibleText(tools.say("diff.line.added", number, Row.text(pieces)));
  }

  private static Content one(Ground ground, int number, List<Piece> pieces) {
    return new Content(ground, List.of(Integer.toString(number)), pieces);
  }

  private static Content blank() {
    return new Content(Ground.BLANK, List.of(""), List.of());
  }

  private static List<Piece> pieces(Row.Same same) {
    return List.of(new Piece(same.text(), false));
  }
}
