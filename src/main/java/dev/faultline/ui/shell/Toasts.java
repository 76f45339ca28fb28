package dev.faultline.ui.shell;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.util.Duration;

/** Tells things that need no answer, at the lower edge, for as long as it takes to read them. */
public final class Toasts {

  private static final double SHORTEST = 4;
  private static final double SECONDS_A_CHARACTER = 0.06;
  private static final int MOST = 4;

  private final VBox root = new VBox(8);

  public Toasts() {
    root.getStyleClass().add("toasts");
    root.setAlignment(Pos.BOTTOM_RIGHT);
    root.setMouseTransparent(true);
    root.setPickOnBounds(false);
  }

  public Node root() {
    return root;
  }

  /** Tells the sentence. */
  public void tell(String sentence) {
    var label = new Label(sentence);
    label.setWrapText(true);
    label.getStyleClass().add("toast");
    if (root.getChildren().size() >= MOST) {
      root.getChildren().removeFirst();
    }
    root.getChildren().add(label);
    var seconds = Math.max(SHORTEST, sentence.length() * SECONDS_A_CHARACTER);
    var pause = new PauseTransition(Duration.seconds(seconds));
    pause.setOnFinished(event -> root.getChildren().remove(label));
    pause.play();
  }
}
