package dev.faultline.ui.control;

import java.util.Comparator;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/**
 * Columns of a table whose rows are records: nothing in them is observed, the rows are replaced.
 */
public final class Columns {

  private static final String TOLD = "faultline.told";

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

  /** The column does not become narrower, however little room there is. */
  public static <R, T> TableColumn<R, T> kept(TableColumn<R, T> column) {
    column.setMinWidth(column.getPrefWidth());
    return column;
  }

  /** Heads that don't fit tell the whole on hover, as cells do. */
  public static void tellCutHeads(TableView<?> table) {
    table
        .needsLayoutProperty()
        .addListener(
            (needs, before, now) -> {
              if (!now && table.lookup(".column-header-background") instanceof Parent heads) {
                heads.lookupAll(".column-header > .label").forEach(Columns::tellCutHead);
              }
            });
  }

  private static void tellCutHead(Node head) {
    if (head instanceof Label label && !label.getProperties().containsKey(TOLD)) {
      label.getProperties().put(TOLD, true);
      label.textTruncatedProperty().addListener(change -> tell(label));
      tell(label);
    }
  }

  private static void tell(Label label) {
    label.setTooltip(label.isTextTruncated() ? new Tooltip(label.getText()) : null);
  }

  private static void prepare(TableColumn<?, ?> column, String id, double width) {
    column.setId(id);
    column.setPrefWidth(width);
    column.setReorderable(true);
  }
}
