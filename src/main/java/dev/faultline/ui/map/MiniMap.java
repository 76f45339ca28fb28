package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.Point;
import dev.faultline.ui.theme.Tokens;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;

/**
 * All of the map in a corner while only a part of it is in view, with a frame around that part. Its
 * picture is drawn only when the map looks different; while the map moves, only the frame does.
 */
final class MiniMap extends Region {

  static final double WIDTH = 168;
  static final double HEIGHT = 108;

  private static final double SIDE = 7;
  private static final Box AREA = new Box(SIDE, SIDE, WIDTH - 2 * SIDE, HEIGHT - 2 * SIDE);

  /** In a view that is not this many times as large it would hide more than it tells. */
  private static final double WORTH = 2.5;

  private static final double ROUNDING = 1;
  private static final double SMALLEST_FRAME = 5;

  private final MapPane pane;
  private final Canvas canvas = new Canvas(WIDTH, HEIGHT);
  private final Rectangle frame = new Rectangle();
  private MapScene scene = MapScene.EMPTY;
  private MiniPicture picture = MiniPicture.NOTHING;
  private Tokens tokens;
  private int drawn;

  MiniMap(MapPane pane, String accessibleText) {
    this.pane = pane;
    this.tokens = pane.tokens();
    getStyleClass().add("minimap");
    frame.getStyleClass().add("minimap-frame");
    frame.setManaged(false);
    frame.setMouseTransparent(true);
    canvas.setMouseTransparent(true);
    getChildren().addAll(canvas, frame);
    setMinSize(WIDTH, HEIGHT);
    setMaxSize(WIDTH, HEIGHT);
    setVisible(false);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setAccessibleText(accessibleText);
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    pane.onLook(this::look);
    pane.avoid(this::covered);
  }

  /** How often its picture was drawn. */
  int drawn() {
    return drawn;
  }

  /** Where the frame is, around what is in view. */
  Box frame() {
    return new Box(frame.getX(), frame.getY(), frame.getWidth(), frame.getHeight());
  }

  /** The place of the map that is shown at that place here. */
  Point onMap(Point here) {
    return picture.camera().toMap(here);
  }

  private Optional<Box> covered() {
    var here = getBoundsInParent();
    return Optional.of(new Box(here.getMinX(), here.getMinY(), here.getWidth(), here.getHeight()))
        .filter(box -> isVisible());
  }

  /** How much of the map one sees in the view, and which part. */
  private void look() {
    var view = pane.view();
    boolean worth = isWorth(view);
    if (worth) {
      draw();
      mark(view);
    }
    setVisible(worth);
  }

  private boolean isWorth(Box view) {
    var whole = pane.camera().toView(pane.scene().bounds());
    return !pane.scene().isEmpty()
        && view.width() >= WORTH * WIDTH
        && view.height() >= WORTH * HEIGHT
        && !isWithin(whole, view.grown(ROUNDING));
  }

  private static boolean isWithin(Box inner, Box outer) {
    return outer.contains(inner.x(), inner.y()) && outer.contains(inner.right(), inner.bottom());
  }

  private void draw() {
    if (scene == pane.scene() && tokens == pane.tokens()) {
      return;
    }
    var other = scene == pane.scene() ? picture : MiniPicture.of(pane.scene(), AREA);
    boolean same = other.equals(picture) && tokens == pane.tokens();
    scene = pane.scene();
    tokens = pane.tokens();
    picture = other;
    if (!same) {
      drawn++;
      var on = canvas.getGraphicsContext2D();
      on.clearRect(0, 0, WIDTH, HEIGHT);
      picture.draw(on, tokens);
    }
  }

  private void mark(Box view) {
    var seen = pane.camera().seen(view.width(), view.height());
    var box = framed(picture.camera().toView(seen));
    frame.setX(box.x());
    frame.setY(box.y());
    frame.setWidth(box.width());
    frame.setHeight(box.height());
  }

  /** Within this picture, on whole pixels, and large enough to be seen. */
  static Box framed(Box seen) {
    double left = Math.clamp(seen.x(), 2, WIDTH - 2 - SMALLEST_FRAME);
    double top = Math.clamp(seen.y(), 2, HEIGHT - 2 - SMALLEST_FRAME);
    double right = Math.clamp(seen.right(), left + SMALLEST_FRAME, WIDTH - 2);
    double bottom = Math.clamp(seen.bottom(), top + SMALLEST_FRAME, HEIGHT - 2);
    return new Box(
        Math.rint(left) + 0.5,
        Math.rint(top) + 0.5,
        Math.rint(right - left) - 1,
        Math.rint(bottom - top) - 1);
  }

  private void press(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      pane.glideTo(onMap(new Point(event.getX(), event.getY())));
    }
    event.consume();
  }

  private void drag(MouseEvent event) {
    if (event.getButton() == MouseButton.PRIMARY) {
      double x = Math.clamp(event.getX(), 0, WIDTH);
      double y = Math.clamp(event.getY(), 0, HEIGHT);
      pane.lookAt(onMap(new Point(x, y)));
    }
    event.consume();
  }
}
