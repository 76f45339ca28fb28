package dev.faultline.ui.control;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/**
 * Shows dialogs centred over the dimmed window, one over the other. While one is open the focus
 * stays in it; Escape closes it, and the focus goes back to where it was.
 */
public final class ModalLayer extends StackPane {

  private final Deque<Open> open = new ArrayDeque<>();
  private final ChangeListener<Node> keepFocusInside = (owner, before, now) -> keepFocus(now);

  private record Open(Region dialog, Runnable onClosed, Optional<Node> focusBefore) {}

  public ModalLayer() {
    getStyleClass().add("modal-layer");
    setVisible(false);
    addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    sceneProperty()
        .addListener(
            (scene, before, now) -> {
              if (before != null) {
                before.focusOwnerProperty().removeListener(keepFocusInside);
              }
              if (now != null) {
                now.focusOwnerProperty().addListener(keepFocusInside);
              }
            });
  }

  /**
   * Shows a dialog; the node that shall have the focus first is the dialog's default button or its
   * first field, as the dialog itself requests.
   *
   * @param onClosed told when it is closed, however that came
   */
  public void show(Region dialog, Runnable onClosed) {
    var focus = focusOwner();
    dialog.setMaxHeight(Region.USE_PREF_SIZE);
    dialog.setMaxWidth(Region.USE_PREF_SIZE);
    if (!dialog.getStyleClass().contains("dialog-card")) {
      dialog.getStyleClass().add("dialog-card");
    }
    open.push(new Open(dialog, onClosed, focus));
    refresh();
    boolean hasFocus = focusOwner().filter(owner -> isWithin(owner, dialog)).isPresent();
    if (!hasFocus) {
      firstFocusable(dialog).ifPresent(Node::requestFocus);
    }
  }

  /** Closes the dialog if it is open. */
  public void close(Region dialog) {
    var closed = open.stream().filter(one -> one.dialog() == dialog).findFirst();
    closed.ifPresent(
        one -> {
          open.remove(one);
          refresh();
          one.focusBefore().ifPresent(Node::requestFocus);
          one.onClosed().run();
        });
  }

  public boolean isOpen() {
    return !open.isEmpty();
  }

  private void refresh() {
    getChildren().clear();
    open.descendingIterator().forEachRemaining(one -> getChildren().add(one.dialog()));
    setVisible(!open.isEmpty());
  }

  private void onKey(KeyEvent event) {
    if (event.getCode() == KeyCode.ESCAPE && !open.isEmpty()) {
      event.consume();
      close(open.element().dialog());
    }
  }

  private Optional<Node> focusOwner() {
    return Optional.ofNullable(getScene()).map(Scene::getFocusOwner);
  }

  private void keepFocus(@Nullable Node owner) {
    if (!open.isEmpty() && owner != null && !isWithin(owner, open.element().dialog())) {
      firstFocusable(open.element().dialog()).ifPresent(Node::requestFocus);
    }
  }

  private static boolean isWithin(Node node, Node ancestor) {
    for (Node at = node; at != null; at = at.getParent()) {
      if (at == ancestor) {
        return true;
      }
    }
    return false;
  }

  private static Optional<Node> firstFocusable(Node node) {
    if (node.isFocusTraversable() && !node.isDisabled() && node.isVisible()) {
      return Optional.of(node);
    }
    return node instanceof Parent parent
        ? parent.getChildrenUnmodifiable().stream()
            .map(ModalLayer::firstFocusable)
            .flatMap(Optional::stream)
            .findFirst()
        : Optional.empty();
  }
}
