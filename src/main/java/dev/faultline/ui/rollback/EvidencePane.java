package dev.faultline.ui.rollback;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** The left column: what will change, and who is affected. */
final class EvidencePane extends VBox {

  /** A long value is cut after some lines, its tooltip has the whole. */
  private static final double LONGEST_LINE = 72;

  private final ScreenTools tools;
  private final VBox diff = new VBox();
  private final VBox affected = new VBox(7);

  EvidencePane(ScreenTools tools) {
    super(9);
    this.tools = tools;
    getStyleClass().add("confirm-column");
    diff.getStyleClass().add("plan-block");
  }

  void show(Subscriptions subs, ConfirmationState state) {
    var diffTitle = new Label();
    diffTitle.getStyleClass().add("section-title");
    diffTitle.setWrapText(true);
    diffTitle.textProperty().bind(state.diffTitleProperty());
    var affectedTitle = new Label(tools.say("rollback.affected"));
    affectedTitle.getStyleClass().addAll("section-title", "second-section");
    getChildren().setAll(diffTitle, diff, affectedTitle, affected);
    subs.follow(() -> showDiff(state.diff()), state.diff());
    subs.follow(() -> showAffected(state.affected()), state.affected());
  }

  private void showDiff(List<DiffLine> lines) {
    Layouts.showIf(diff, !lines.isEmpty());
    diff.getChildren().setAll(lines.stream().map(EvidencePane::line).toList());
  }

  private static CutLabel line(DiffLine line) {
    var label =
        new CutLabel(
            line.kind().sign() + line.text(),
            "plan-line",
            "plan-" + line.kind().name().toLowerCase(java.util.Locale.ROOT));
    label.setMaxWidth(Double.MAX_VALUE);
    label.setWrapText(true);
    label.setMaxHeight(LONGEST_LINE);
    return label;
  }

  private void showAffected(List<AffectedLine> lines) {
    if (lines.isEmpty()) {
      affected.getChildren().setAll(new CutLabel(tools.say("rollback.affected-none"), "muted"));
      return;
    }
    affected.getChildren().setAll(lines.stream().map(EvidencePane::row).toList());
  }

  private static HBox row(AffectedLine line) {
    var name = new CutLabel(line.name());
    name.setMinWidth(USE_PREF_SIZE);
    name.setMaxWidth(180);
    var words = Layouts.grow(new CutLabel(line.words(), "muted"));
    var mark = new MarkIcon(HealthMarks.of(line.health()), 14, line.words());
    return Layouts.row(8, mark, name, words);
  }
}
