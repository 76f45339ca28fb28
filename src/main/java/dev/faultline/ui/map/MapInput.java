package dev.faultline.ui.map;

import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.Point;
import java.util.Optional;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;

/** Mouse, trackpad and keyboard on the map. */
final class MapInput {

  private static final double STEP = 1.25;
  private static final double STILL = 4;
  private static final double WHEEL = 0.0025;

  /** The scale from which on a folded group under the pointer is opened. */
  private static final double OPENING = 1.8;

  private final MapPane pane;
  private final MapViewModel model;
  private final HoverCard hover;
  private Point pressed = new Point(0, 0);
  private Point last = new Point(0, 0);
  private boolean dragging;
  private Optional<MapEdge> under = Optional.empty();
  private Optional<String> untold = Optional.empty();

  MapInput(MapPane pane, MapViewModel model, HoverCard hover) {
    this.pane = pane;
    this.model = model;
    this.hover = hover;
    pane.addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    pane.addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    pane.addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
    pane.addEventHandler(MouseEvent.MOUSE_MOVED, this::move);
    pane.addEventHandler(MouseEvent.MOUSE_EXITED, event -> leave());
    pane.addEventHandler(ScrollEvent.SCROLL, this::scroll);
    pane.addEventHandler(
        ZoomEvent.ZOOM, event -> zoom(event.getZoomFactor(), place(event.getX(), event.getY())));
    pane.addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    pane.onNewCard(this::watch);
    model
        .path()
        .stateProperty()
        .addListener(change -> model.path().asking().ifPresent(this::focus));
  }

  private void watch(NodeCard card) {
    card.focusedProperty()
        .addListener(
            (property, before, now) -> {
              if (now) {
                model.currentProperty().set(Optional.of(card.node().subject()));
              }
            });
  }

  private void press(MouseEvent event) {
    pressed = place(event.getX(), event.getY());
    last = pressed;
    dragging = false;
    leave();
  }

  private void drag(MouseEvent event) {
    var at = place(event.getX(), event.getY());
    if (!dragging && Math.hypot(at.x() - pressed.x(), at.y() - pressed.y()) < STILL) {
      return;
    }
    dragging = true;
    pane.setCursor(Cursor.CLOSED_HAND);
    pane.pan(at.x() - last.x(), at.y() - last.y());
    last = at;
  }

  private void release(MouseEvent event) {
    pane.setCursor(Cursor.DEFAULT);
    if (dragging || event.getButton() != MouseButton.PRIMARY) {
      return;
    }
    var at = place(event.getX(), event.getY());
    var node = pane.nodeAt(at);
    if (endsPath(event, node)) {
      return;
    }
    if (node.isPresent()) {
      model.currentProperty().set(node.map(MapNode::subject));
    } else {
      pane.edgeAt(at).ifPresentOrElse(edge -> model.inspect(edge.line()), model::inspectNothing);
    }
    node.ifPresentOrElse(one -> focus(one.subject()), pane::requestFocus);
    if (event.getClickCount() == 2) {
      node.ifPresentOrElse(
          one -> model.open(one.subject()), () -> pane.frameAt(at).ifPresent(this::fold));
    }
  }

  /** Where a path is asked for, a click says where it ends; so does one with Shift at any time. */
  private boolean endsPath(MouseEvent event, Optional<MapNode> node) {
    var asking = model.path().asking();
    var from = event.isShiftDown() ? asking.or(model.currentProperty()::get) : asking;
    if (from.isEmpty() || node.isEmpty()) {
      return asking.isPresent();
    }
    model.path().show(from.get(), node.get().subject());
    return true;
  }

  private void move(MouseEvent event) {
    var at = place(event.getX(), event.getY());
    var edge = pane.nodeAt(at).isPresent() ? Optional.<MapEdge>empty() : pane.edgeAt(at);
    var name = edge.isPresent() ? Optional.<String>empty() : pane.untoldAt(at);
    if (!edge.equals(under) || !name.equals(untold)) {
      under = edge;
      untold = name;
      pane.highlight(edge.or(this::inspected));
      hover.hide();
      edge.ifPresent(one -> hover.show(one, at));
      name.ifPresent(one -> hover.show(one, at));
    }
  }

  private void leave() {
    under = Optional.empty();
    untold = Optional.empty();
    pane.highlight(inspected());
    hover.hide();
  }

  /** The arrow that the inspector tells of stays marked. */
  private Optional<MapEdge> inspected() {
    return model.arrowProperty().get().flatMap(pane.scene()::find);
  }

  private void scroll(ScrollEvent event) {
    leave();
    if (event.isShortcutDown() || event.isControlDown()) {
      zoom(Math.exp(event.getDeltaY() * WHEEL), place(event.getX(), event.getY()));
    } else {
      pane.pan(event.getDeltaX(), event.getDeltaY());
    }
    event.consume();
  }

  /** Whoever goes on zooming in on a folded group wants to see what is in it. */
  private void zoom(double factor, Point at) {
    pane.zoom(factor, at);
    if (factor > 1 && pane.camera().scale() >= OPENING) {
      pane.nodeAt(at)
          .map(MapNode::subject)
          .filter(MapSubject.Folded.class::isInstance)
          .ifPresent(model::open);
    }
  }

  private void fold(GroupId group) {
    model.foldAround(new MapSubject.Folded(group));
  }

  private void key(KeyEvent event) {
    switch (event.getCode()) {
      case PLUS, ADD, EQUALS -> pane.zoomAtCentre(STEP);
      case MINUS, SUBTRACT -> pane.zoomAtCentre(1 / STEP);
      case DIGIT0, NUMPAD0, HOME -> pane.glideToFit();
      case LEFT, RIGHT, UP, DOWN -> walk(event);
      case BACK_SPACE -> model.currentProperty().get().ifPresent(model::foldAround);
      case ENTER -> model.currentProperty().get().ifPresent(this::enter);
      case P -> {
        if (event.isShortcutDown() || event.isAltDown()) {
          return; // Not ours.
        }
        model.currentProperty().get().ifPresent(model.path()::ask);
      }
      case ESCAPE -> {
        if (model.path().back()) {
          break;
        }
        if (model.currentProperty().get().isEmpty() && model.arrowProperty().get().isEmpty()) {
          return; // Not ours.
        }
        model.inspectNothing();
        pane.requestFocus();
      }
      default -> {
        return;
      }
    }
    event.consume();
  }

  private void enter(MapSubject subject) {
    model
        .path()
        .asking()
        .ifPresentOrElse(
            from -> {
              model.path().show(from, subject);
              model.currentProperty().set(Optional.of(from));
            },
            () -> model.open(subject));
  }

  private void walk(KeyEvent event) {
    var next = Walk.from(pane.scene(), model.currentProperty().get(), event.getCode());
    next.ifPresent(
        subject -> {
          model.currentProperty().set(Optional.of(subject));
          focus(subject);
        });
  }

  /** Gives the focus to the node's card, which may come into being only now. */
  private void focus(MapSubject subject) {
    pane.select(Optional.of(subject));
    pane.layout();
    pane.card(subject).ifPresentOrElse(Node::requestFocus, pane::requestFocus);
  }

  private static Point place(double x, double y) {
    return new Point(x, y);
  }
}
