package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.MapScene;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/**
 * Draws the whole map into an image, tile by tile: a texture has a largest size, and the FX thread
 * has other things to do in between.
 */
final class PngPicture {

  private static final double SCALE = 2;
  private static final double MARGIN = 24;
  private static final double MOST_PIXELS = 80_000_000;
  private static final int TILE = 512;

  private final ScenePainter painter;
  private final MapScene scene;
  private final Camera camera;
  private final BufferedImage image;
  private final Consumer<BufferedImage> receiver;
  private final Canvas canvas = new Canvas(TILE, TILE);
  private final WritableImage tile = new WritableImage(TILE, TILE);
  private final int[] pixels = new int[TILE * TILE];
  private int tileX;
  private int tileY;

  private PngPicture(MapScene scene, ScenePainter painter, Consumer<BufferedImage> receiver) {
    this.scene = scene;
    this.painter = painter;
    this.receiver = receiver;
    var box = scene.bounds().grown(MARGIN);
    double scale = scale(box);
    this.camera = new Camera(scale, -box.x() * scale, -box.y() * scale);
    this.image =
        new BufferedImage(
            (int) Math.ceil(box.width() * scale),
            (int) Math.ceil(box.height() * scale),
            BufferedImage.TYPE_INT_RGB);
  }

  /** Begins to draw, at twice the size; the image is handed over on the FX thread. */
  static void draw(MapScene scene, ScenePainter painter, Consumer<BufferedImage> receiver) {
    new PngPicture(scene, painter, receiver).next();
  }

  /** Twice the size, or what is bearable: a map of thousands would be larger than memory. */
  static double scale(Box box) {
    double area = Math.max(1, box.width() * box.height());
    return Math.min(SCALE, Math.sqrt(MOST_PIXELS / area));
  }

  private void next() {
    var area = new Box(tileX, tileY, TILE, TILE);
    var on = canvas.getGraphicsContext2D();
    on.save();
    on.translate(-tileX, -tileY);
    painter.steps(scene, camera, area, ScenePainter.Nodes.WHOLE).forEach(step -> step.draw(on));
    on.restore();
    canvas.snapshot(
        result -> {
          copy();
          return null;
        },
        null,
        tile);
  }

  private void copy() {
    int width = Math.min(TILE, image.getWidth() - tileX);
    int height = Math.min(TILE, image.getHeight() - tileY);
    tile.getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    image.setRGB(tileX, tileY, width, height, pixels, 0, width);
    tileX += TILE;
    if (tileX >= image.getWidth()) {
      tileX = 0;
      tileY += TILE;
    }
    if (tileY >= image.getHeight()) {
      receiver.accept(image);
    } else {
      next();
    }
  }
}
