package dev.faultline.ui.control;

import javafx.animation.AnimationTimer;
import javafx.geometry.Orientation;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/**
 * Keeps the end of a list that grows in view, until whoever reads it scrolls away; whoever scrolls
 * back to the end goes on with it.
 */
public final class ListEnd {

  private static final double NEARLY = 1e-6;

  private final ListView<?> list;
  private boolean away;

  /** At the next frame: the list does not know of new items yet when others are told of them. */
  private final AnimationTimer scrolling =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          if (!away) {
            // Past the last item: to scroll to that one would leave it just out of sight.
            list.scrollTo(list.getItems().size());
          }
        }
      };

  /** At the next frame: the list has not moved yet when it is told to. */
  private final AnimationTimer looking =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          stop();
          away = away && !isAtEnd();
        }
      };

  public ListEnd(ListView<?> list) {
    this.list = list;
    list.addEventFilter(ScrollEvent.SCROLL, this::onScroll);
    list.addEventFilter(MouseEvent.MOUSE_DRAGGED, event -> leave());
    list.addEventFilter(MouseEvent.MOUSE_RELEASED, event -> looking.start());
    list.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  /** Shows the end, unless somebody looks at something else. */
  public void show() {
    scrolling.start();
  }

  /** Something else is looked at from now on. */
  public void leave() {
    away = true;
  }

  /** The list begins anew. */
  public void comeBack() {
    away = false;
  }

  private void onScroll(ScrollEvent event) {
    if (event.getDeltaY() > 0) {
      leave();
    }
    looking.start();
  }

  private void onKey(KeyEvent event) {
    switch (event.getCode()) {
      case KeyCode.UP, KeyCode.PAGE_UP, KeyCode.HOME -> leave();
      case KeyCode.END -> comeBack();
      default -> {}
    }
  }

  private boolean isAtEnd() {
    return list.lookupAll(".scroll-bar").stream()
        .filter(ScrollBar.class::isInstance)
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
        .allMatch(bar -> !bar.isVisible() || bar.getValue() >= bar.getMax() - NEARLY);
  }
}
