package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.row;
import static dev.faultline.ui.control.Layouts.showIf;

import dev.faultline.text.Shortened;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** Says in one sentence what fails, with the two actions that follow. */
final class HeadlineBar {

  private static final double WIDEST_SUBJECT = 300;
  private static final int LONGEST_VERSION = 20;

  private final MapViewModel model;
  private final ScreenTools tools;
  private final HeadlineWords words;

  /** Facts give way before it does, unless it is very long. */
  private final CutLabel subject =
      new CutLabel("", "strong") {
        @Override
        protected double computeMinWidth(double height) {
          return Math.min(WIDEST_SUBJECT, computePrefWidth(height));
        }
      };

  private final CutLabel facts = new CutLabel("", "muted");
  private final Button compare = Icons.button("", Feather.COLUMNS, () -> act(true));
  private final Button takeBack = Icons.button("", Feather.ROTATE_CCW, () -> act(false));
  private final HBox bar;
  private Optional<Headline> headline = Optional.empty();

  HeadlineBar(MapViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.words = new HeadlineWords(tools);
    subject.setMinWidth(HBox.USE_COMPUTED_SIZE);
    takeBack.setText(tools.say("map.take-back"));
    takeBack.getStyleClass().add("danger");
    takeBack.setMinWidth(HBox.USE_PREF_SIZE);
    compare.setMinWidth(HBox.USE_PREF_SIZE);
    var actions = row(12, compare, takeBack);
    HBox.setHgrow(facts, Priority.SOMETIMES);
    bar =
        row(
            10,
            new MarkIcon(Mark.FAILING, 18, tools.say("map.status-failing")),
            row(6, subject, facts),
            actions);
    HBox.setHgrow(bar.getChildren().get(1), Priority.SOMETIMES);
    bar.getStyleClass().add("map-headline");
    bar.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
    show(Optional.empty());
  }

  Node node() {
    return bar;
  }

  void show(Optional<Headline> found) {
    headline = found;
    showIf(bar, found.isPresent());
    found.ifPresent(
        one -> {
          subject.setText(tools.say("map.headline-subject", words.subject(one)));
          facts.setText(words.facts(one));
          showIf(compare, one.before().isPresent());
          showIf(takeBack, one.before().isPresent());
          one.before().map(Inspector::name).ifPresent(this::offer);
        });
  }

  private void offer(String before) {
    var shown = Shortened.inTheMiddle(before, LONGEST_VERSION);
    compare.setText(tools.say("map.compare-with", shown));
    compare.setTooltip(
        shown.equals(before) ? null : new Tooltip(tools.say("map.compare-with", before)));
  }

  private void act(boolean compareOnly) {
    headline.ifPresent(compareOnly ? model::compare : model::takeBack);
  }
}
