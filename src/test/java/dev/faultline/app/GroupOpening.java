package dev.faultline.app;

import java.util.Locale;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/**
 * Opens a group of the map from the keyboard, and tells how long that takes. It looks at the window
 * once a pulse, at no more than a few figures, so that it does not slow down what it measures.
 */
final class GroupOpening {

  private static final long STILL = 500_000_000L;
  private static final long LONGEST = 120_000_000_000L;

  private final Parent pane;
  private final Node cards;
  private final Labeled groups;
  private Step step = Step.FOUND;
  private Eye eye = new Eye(0, 0, 0);
  private long moved;
  private boolean wasDrawn;
  private long settled;
  private int pictures;
  private int before;
  private long entered;
  private long laidOut;
  private long seen;

  private enum Step {
    FOUND,
    SELECTED,
    ENTERED,
    LAID_OUT,
    OVER
  }

  /** Where the map is looked at from. */
  private record Eye(double x, double y, double scale) {}

  GroupOpening(Scene scene) {
    pane = (Parent) scene.lookup(".map-pane");
    cards = pane.getChildrenUnmodifiable().getLast();
    groups =
        scene.getRoot().lookupAll(".map-toolbar .button").stream()
            .map(Labeled.class::cast)
            .filter(button -> button.getText().startsWith("Groups"))
            .findFirst()
            .orElseThrow();
    // Of two pictures, the one that is drawn to its end comes to the front.
    ((Parent) pane.getChildrenUnmodifiable().getFirst())
        .getChildrenUnmodifiable()
        .addListener((ListChangeListener<Node>) change -> pictures++);
  }

  /**
   * Goes on by one pulse.
   *
   * @param drawn whether the map is drawn as it is to be seen
   * @return whether it is over
   */
  boolean pulse(long now, boolean drawn) {
    look(now, drawn);
    boolean still = drawn && now - Math.max(moved, settled) > STILL;
    switch (step) {
      case FOUND -> {
        press(KeyCode.RIGHT);
        moved = now;
        step = Step.SELECTED;
      }
      case SELECTED -> {
        if (still) {
          before = pictures;
          entered = now;
          press(KeyCode.ENTER);
          step = Step.ENTERED;
        }
      }
      case ENTERED -> enter(now);
      case LAID_OUT -> {
        seen = seen == 0 && pictures > before ? now : seen;
        if (still && seen > 0) {
          tell();
          step = Step.OVER;
        }
      }
      case OVER -> {
        // Nothing is left to do.
      }
    }
    return step == Step.OVER;
  }

  private void look(long now, boolean drawn) {
    var place = cards.getLocalToParentTransform();
    var from = new Eye(place.getTx(), place.getTy(), place.getMxx());
    moved = from.equals(eye) ? moved : now;
    eye = from;
    settled = drawn && !wasDrawn ? now : settled;
    wasDrawn = drawn;
  }

  /** The button says how many are folded as soon as the new map is handed to the screen. */
  private void enter(long now) {
    if (groups.getText().contains(" of ")) {
      laidOut = now;
      seen = pictures > before ? now : 0;
      step = Step.LAID_OUT;
    } else if (now - entered > LONGEST) {
      System.out.println("no group opened: " + groups.getText());
      step = Step.OVER;
    } else {
      before = pictures;
    }
  }

  private void tell() {
    System.out.printf(
        Locale.ROOT,
        "a group opened (%s): laid out after %.0f ms, its services seen after %.0f ms, the glide"
            + " ended after %.0f ms, drawn sharply after %.0f ms%n",
        groups.getText(),
        since(laidOut),
        since(seen),
        since(Math.max(moved, seen)),
        since(Math.max(settled, seen)));
  }

  private double since(long moment) {
    return (moment - entered) / 1e6;
  }

  private void press(KeyCode key) {
    pane.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", key, false, false, false, false));
  }
}
