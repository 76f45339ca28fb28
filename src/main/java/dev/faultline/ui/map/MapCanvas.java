package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.ui.map.ScenePainter.Step;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.animation.PauseTransition;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Affine;
import javafx.util.Duration;

/**
 * Shows what was drawn at one place of the camera from another: while the map moves, a picture that
 * is larger than the view is moved and stretched, and a second one is drawn behind it, some steps a
 * frame, until it takes the first one's place. So no frame waits for a large map.
 */
final class MapCanvas extends Pane {

  /** How far the picture reaches beyond the view, as a share of its size. */
  private static final double BEYOND = 0.25;

  private static final long SLOW_FRAME = 28_000_000;
  private static final int AT_ONCE = 150;
  private static final int FEWEST = 60;
  private static final int MOST = 1_500;

  private final Source source;
  private final AnimationTimer drawing =
      new AnimationTimer() {
        @Override
        public void handle(long now) {
          drawSome(now);
        }
      };
  private final PauseTransition rest = new PauseTransition(Duration.millis(70));
  private Sheet front = new Sheet();
  private Sheet back = new Sheet();
  private Camera camera = Camera.AT_FIRST;
  private List<Step> steps = List.of();
  private int next;
  private boolean running;
  private boolean outdated;
  private int share = 250;
  private long lastFrame;

  /** Says what there is to draw. */
  @FunctionalInterface
  interface Source {
    List<Step> steps(Camera camera, Box area);
  }

  /** A canvas, where the camera stood when it was drawn, and how far it reaches beyond the view. */
  private static final class Sheet {
    private final Canvas canvas = new Canvas();
    private final Affine place = new Affine();
    private Camera camera = Camera.AT_FIRST;
    private double marginX;
    private double marginY;
    private boolean drawn;

    Sheet() {
      canvas.getTransforms().add(place);
      canvas.setMouseTransparent(true);
    }
  }

  MapCanvas(Source source) {
    this.source = source;
    setMouseTransparent(true);
    getChildren().addAll(back.canvas, front.canvas);
    rest.setOnFinished(
        event -> {
          if (!running) {
            begin();
          }
        });
  }

  /** What is drawn has changed: draws it anew, though the camera stays. */
  void redraw() {
    outdated = true;
    if (running) {
      stop();
    }
    look();
  }

  /** Shows the map from here. */
  void show(Camera from) {
    camera = from;
    look();
  }

  /** Whether all of it is drawn as it is to be seen. */
  boolean isSettled() {
    return !running
        && !outdated
        && front.drawn
        && front.camera.scale() == camera.scale()
        && isEnough();
  }

  @Override
  protected void layoutChildren() {
    // The sheets lie where their transforms put them.
  }

  private void look() {
    place(front);
    if (getWidth() <= 0 || getHeight() <= 0 || running) {
      return;
    }
    if (outdated || !front.drawn || front.camera.scale() == camera.scale() && !isEnough()) {
      begin();
    } else if (front.camera.scale() != camera.scale()) {
      // While one zooms the picture is stretched; a sharp one is drawn at the first rest.
      rest.playFromStart();
    }
  }

  /** Whether what was drawn covers the view with some room to spare. */
  private boolean isEnough() {
    double x = front.marginX + front.camera.x() - camera.x();
    double y = front.marginY + front.camera.y() - camera.y();
    return covers(x, getWidth(), front.canvas.getWidth(), front.marginX)
        && covers(y, getHeight(), front.canvas.getHeight(), front.marginY);
  }

  private static boolean covers(double at, double view, double sheet, double margin) {
    double spare = margin * 0.45;
    return at > spare && at + view < sheet - spare;
  }

  private void begin() {
    rest.stop();
    outdated = false;
    back.camera = camera;
    back.marginX = Math.round(getWidth() * BEYOND);
    back.marginY = Math.round(getHeight() * BEYOND);
    double width = Math.ceil(getWidth() + 2 * back.marginX);
    double height = Math.ceil(getHeight() + 2 * back.marginY);
    if (back.canvas.getWidth() != width || back.canvas.getHeight() != height) {
      back.canvas.setWidth(width);
      back.canvas.setHeight(height);
    }
    steps = source.steps(camera, new Box(-back.marginX, -back.marginY, width, height));
    next = 0;
    running = true;
    lastFrame = 0;
    place(back);
    back.canvas.setVisible(true);
    if (steps.size() <= AT_ONCE) {
      drawSome(0); // Small enough for this very frame.
    } else {
      drawing.start();
    }
  }

  private void drawSome(long now) {
    adapt(now);
    var on = back.canvas.getGraphicsContext2D();
    on.save();
    on.translate(back.marginX, back.marginY);
    int end = Math.min(steps.size(), next + share);
    for (; next < end; next++) {
      steps.get(next).draw(on);
    }
    on.restore();
    if (next == steps.size()) {
      swap();
    }
  }

  /** As many steps a frame as the machine draws without stuttering. */
  private void adapt(long now) {
    if (now > 0 && lastFrame > 0) {
      share =
          now - lastFrame > SLOW_FRAME
              ? Math.max(FEWEST, share * 2 / 3)
              : Math.min(MOST, share + share / 8 + 1);
    }
    lastFrame = now;
  }

  private void swap() {
    stop();
    var drawn = back;
    back = front;
    front = drawn;
    front.drawn = true;
    front.canvas.toFront();
    back.canvas.setVisible(false); // What is covered costs time all the same.
    look();
  }

  private void stop() {
    drawing.stop();
    running = false;
    steps = List.of();
  }

  private void place(Sheet sheet) {
    double stretch = camera.scale() / sheet.camera.scale();
    sheet.place.setMxx(stretch);
    sheet.place.setMyy(stretch);
    sheet.place.setTx(snapped(camera.x() - (sheet.camera.x() + sheet.marginX) * stretch));
    sheet.place.setTy(snapped(camera.y() - (sheet.camera.y() + sheet.marginY) * stretch));
  }

  /** Between pixels every one of them would have to be mixed anew. */
  private static double snapped(double place) {
    return Math.round(place);
  }
}
