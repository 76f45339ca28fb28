package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.row;

import dev.faultline.graph.layout.MapFocus;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.fx.ScreenTools;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** The line on the map that asks where a path ends, or explains what is in focus. */
final class FocusHint {

  private static final double LEAST = 200;
  private static final double MOST = 620;

  /** The button and the edges. */
  private static final double BESIDE = 60;

  private final PathWords paths;
  private final BlastWords blast;
  private final Label sentence = new Label();
  private final HBox bar;

  FocusHint(MapViewModel model, ScreenTools tools) {
    this.paths = new PathWords(tools.words());
    this.blast = new BlastWords(tools.words());
    sentence.setWrapText(true);
    sentence.setMinHeight(Region.USE_PREF_SIZE);
    var close = Icons.iconButton(Feather.X, tools.say("map.path-close"), () -> leave(model));
    close.setId("path-close");
    close.getStyleClass().add("flat");
    bar = row(8, sentence, close);
    bar.getStyleClass().add("map-hint");
    bar.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    say("");
  }

  Region node() {
    return bar;
  }

  void show(PathModel.State state, MapPicture picture) {
    var path = paths.sentence(state);
    say(path.isEmpty() ? blast.sentence(picture) : path);
  }

  private static void leave(MapViewModel model) {
    if (!model.path().back()) {
      model.focus(MapFocus.ALL);
    }
  }

  private void say(String said) {
    sentence.setText(said);
    sentence.setAccessibleText(said);
    bar.setVisible(!said.isEmpty());
  }

  /** Breaks the sentence where there is no more room. */
  void fit(double room) {
    sentence.setMaxWidth(Math.clamp(room - BESIDE, LEAST, MOST));
  }

  double height() {
    return bar.prefHeight(bar.prefWidth(-1));
  }

  boolean isShown() {
    return bar.isVisible();
  }
}
