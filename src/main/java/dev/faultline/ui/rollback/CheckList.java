package dev.faultline.ui.rollback;

import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import java.util.List;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;

/** The checks, each with its mark and its evidence. */
final class CheckList extends VBox {

  private static final double MARK = 14;

  private final ScreenTools tools;
  private List<CheckLine> shown = List.of();

  CheckList(ScreenTools tools) {
    super(9);
    this.tools = tools;
    getStyleClass().add("check-list");
  }

  /** Only rows that differ are made anew, so that what is read does not flicker. */
  void show(List<CheckLine> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (i >= getChildren().size()) {
        getChildren().add(row(lines.get(i)));
      } else if (!lines.get(i).equals(shown.get(i))) {
        getChildren().set(i, row(lines.get(i)));
      }
    }
    getChildren().remove(lines.size(), getChildren().size());
    shown = List.copyOf(lines);
  }

  private HBox row(CheckLine line) {
    var words = words(line.state());
    var icon = new MarkIcon(mark(line.state()), MARK, words);
    HBox.setMargin(icon, new javafx.geometry.Insets(2, 0, 0, 0));
    var headline = new Text(line.headline());
    headline.getStyleClass().add("check-headline");
    var flow = new TextFlow(headline);
    line.more()
        .forEach(
            sentence -> {
              var more = new Text(" " + sentence);
              more.getStyleClass().add("check-more");
              flow.getChildren().add(more);
            });
    HBox.setHgrow(flow, Priority.ALWAYS);
    var row = new HBox(9, icon, flow);
    row.getStyleClass()
        .addAll("check-row", "check-" + line.state().name().toLowerCase(java.util.Locale.ROOT));
    row.setAccessibleText(line.name() + ", " + words + ": " + line.headline());
    return row;
  }

  private static Mark mark(CheckLine.State state) {
    return switch (state) {
      case PENDING -> Mark.TO_COME;
      case PASSED -> Mark.TICK;
      case WARNED -> Mark.DEGRADED;
      case BLOCKED -> Mark.FAILING;
      case NOT_CHECKED -> Mark.UNKNOWN;
    };
  }

  private String words(CheckLine.State state) {
    return switch (state) {
      case PENDING -> tools.say("rollback.check-pending");
      case PASSED -> tools.say("rollback.check-passed");
      case WARNED -> tools.say("rollback.check-warned");
      case BLOCKED -> tools.say("rollback.check-blocked");
      case NOT_CHECKED -> tools.say("rollback.check-unknown");
    };
  }
}
