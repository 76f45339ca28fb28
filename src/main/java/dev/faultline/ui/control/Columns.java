package dev.faultline.ui.control;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;

/**
 * Columns of a table whose rows are records: nothing in them is observed, the rows are replaced.
 */
public final class Columns {

  private Columns() {}

  /** Text that ends in an ellipsis where it does not fit. */
  public static <R> TableColumn<R, String> text(
      String id, String title, double width, Function<R, String> value, String... styles) {
    var column = new TableColumn<R, String>(title);
    prepare(column, id, width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
    column.setCellFactory(
        unused ->
            new TableCell<>() {
              private final CutLabel label = new CutLabel("", styles);

              @Override
              protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                if (empty || item == null) {
                  setGraphic(null);
                } else {
                  label.setText(item);
                  setGraphic(label);
                }
              }
            });
    return column;
  }

  /** Whatever the cell makes of the row; sorted by the order. */
  public static <R> TableColumn<R, R> of(
      String id, String title, double width, Comparator<R> order, Function<R, Node> cell) {
    var column = new TableColumn<R, R>(title);
    prepare(column, id, width);
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setComparator(order);
    column.setCellFactory(
        unused ->
            new TableCell<>() {
              @Override
              protected void updateItem(R item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : cell.apply(item));
              }
            });
    return column;
  }

  private static void prepare(TableColumn<?, ?> column, String id, double width) {
    column.setId(id);
    column.setPrefWidth(width);
    column.setReorderable(true);
  }
}
