package dev.faultline.ui.control;

import javafx.animation.AnimationTimer;
import javafx.beans.InvalidationListener;
import javafx.scene.control.TableView;
import javafx.scene.layout.Region;

/**
 * Holds a table no higher than its rows are, and shows it a few rows a frame until its room is
 * full. A row costs a few milliseconds when it is first shown, empty ones no less: all those of a
 * window at once would hold it up.
 */
public final class RowsInSteps extends Region {

  private static final double HEAD = 32;
  private static final int ROWS_A_FRAME = 4;

  private final TableView<?> table;
  private final AnimationTimer growing =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          shown += ROWS_A_FRAME;
          requestLayout();
        }
      };
  private int shown;

  /**
   * @param table whose rows are all of one height
   */
  public RowsInSteps(TableView<?> table) {
    this.table = table;
    getChildren().add(table);
    InvalidationListener changed = change -> requestLayout();
    table.itemsProperty().addListener(changed);
    table.getItems().addListener(changed);
    sceneProperty().addListener(change -> beginAgain());
  }

  /** Shown again, all cells are styled again. */
  private void beginAgain() {
    growing.stop();
    shown = 0; // The heads alone are work enough for the first frame.
  }

  @Override
  protected double computeMinHeight(double width) {
    return HEAD;
  }

  @Override
  protected double computePrefHeight(double width) {
    return table.prefHeight(width);
  }

  @Override
  protected double computePrefWidth(double height) {
    return table.prefWidth(height);
  }

  @Override
  protected void layoutChildren() {
    double room = getHeight();
    int rows = table.getItems().size();
    // What is said in the place of rows is given the whole room.
    double wanted = rows == 0 ? room : heightOf(Math.min(rows, shown));
    table.resizeRelocate(0, 0, getWidth(), Math.min(wanted, room));
    if (rows > shown && wanted < room) {
      growing.start();
    }
  }

  private double heightOf(int rows) {
    return HEAD + rows * Math.max(1, table.getFixedCellSize()) + 1;
  }
}
