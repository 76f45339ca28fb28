package dev.faultline.ui.diff;

import dev.faultline.diff.Category;
import dev.faultline.ui.control.Badge;
import dev.faultline.ui.control.Badge.Tone;
import dev.faultline.ui.control.Columns;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/** The table of changes, the meaningful first. */
final class ChangeTable {

  private static final double ROW = 34;
  private static final double HEAD = 32;
  private static final int MOST_ROWS = 6;
  private static final String NOTHING = "–";

  private final TableView<ChangeRow> table = new TableView<>();
  private final ScreenTools tools;

  ChangeTable(DiffViewModel vm, ScreenTools tools) {
    this.tools = tools;
    table.setId("diff-changes");
    table.setAccessibleText(tools.say("diff.changes"));
    table.setItems(vm.changes());
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    var before = column("before", 215, row -> row.before().orElse(NOTHING), "mono");
    var after = column("after", 215, row -> row.after().orElse(NOTHING), "mono", "diff-now");
    var what =
        Columns.<ChangeRow>of(
            "what",
            tools.say("diff.column.what"),
            230,
            Comparator.comparing(ChangeRow::category),
            this::badge);
    what.setSortable(false);
    what.setReorderable(false);
    var field = column("field", 240, ChangeRow::field, "mono", "diff-field");
    field.setText(tools.say("diff.column.field"));
    var where = column("where", 300, ChangeRow::where, "muted");
    where.setText(tools.say("diff.column.where"));
    var columns = List.<TableColumn<ChangeRow, ?>>of(what, field, before, after, where);
    table.getColumns().setAll(columns);
    Columns.tellCutHeads(table);
    Subscriptions.whileShown(
        table,
        subscriptions -> {
          subscriptions.follow(() -> titles(vm, before, after), vm.before(), vm.after());
          subscriptions.follow(this::fit, vm.changes(), table.fixedCellSizeProperty());
          subscriptions.follow(vm.chosen(), chosen -> select(chosen.intValue()));
          subscriptions.follow(
              table.getSelectionModel().selectedIndexProperty(),
              index -> vm.choose(index.intValue()));
        });
  }

  TableView<ChangeRow> table() {
    return table;
  }

  private void titles(
      DiffViewModel vm, TableColumn<ChangeRow, String> before, TableColumn<ChangeRow, String> now) {
    var old = vm.before().get().name();
    var newer = vm.after().get().name();
    boolean same = old.equals(newer);
    before.setText(same ? tools.say("diff.column.before") : old);
    now.setText(same ? tools.say("diff.column.after") : newer);
  }

  /** As high as its rows, up to a few: the text below is what needs the room. */
  private void fit() {
    // The rows grow with the font, and the head with them.
    double row = table.getFixedCellSize() > 0 ? table.getFixedCellSize() : ROW;
    double head = HEAD * row / ROW;
    double height = head + Math.min(table.getItems().size(), MOST_ROWS) * row + 2;
    table.setMinHeight(Math.min(height, head + 2 * row));
    table.setPrefHeight(height);
    table.setMaxHeight(height);
  }

  private void select(int index) {
    if (index < 0) {
      table.getSelectionModel().clearSelection();
    } else if (table.getSelectionModel().getSelectedIndex() != index) {
      table.getSelectionModel().clearAndSelect(index);
      table.scrollTo(Math.max(0, index - 2));
    }
  }

  private TableColumn<ChangeRow, String> column(
      String id,
      double width,
      java.util.function.Function<ChangeRow, String> value,
      String... styles) {
    var column =
        Columns.text(id, "", width, (ChangeRow row) -> Visible.of(value.apply(row)), styles);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }

  private Badge badge(ChangeRow row) {
    return new Badge(row.object().orElseGet(() -> words(row.category())), tone(row));
  }

  private static Tone tone(ChangeRow row) {
    boolean added = row.before().isEmpty();
    return switch (row.category()) {
      case IMAGE -> Tone.CHANGED;
      case ENV -> added ? Tone.NEUTRAL : Tone.FAIL;
      case PROBES, RESOURCES, PORTS, SELECTORS, CONFIGURATION, COMMAND ->
          added ? Tone.NEUTRAL : Tone.WARN;
      case OTHER, LABELS, RESTART -> Tone.NEUTRAL;
    };
  }

  private String words(Category category) {
    return switch (category) {
      case IMAGE -> tools.say("diff.category.image");
      case ENV -> tools.say("diff.category.environment");
      case PROBES -> tools.say("diff.category.probes");
      case RESOURCES -> tools.say("diff.category.resources");
      case PORTS -> tools.say("diff.category.ports");
      case SELECTORS -> tools.say("diff.category.selectors");
      case CONFIGURATION -> tools.say("diff.category.configuration");
      case COMMAND -> tools.say("diff.category.command");
      case OTHER -> tools.say("diff.category.other");
      case LABELS -> tools.say("diff.category.labels");
      case RESTART -> tools.say("diff.category.restart");
    };
  }
}
