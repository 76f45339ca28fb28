package dev.faultline.app;

import dev.faultline.settings.WindowSettings.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Point2D;
import javafx.scene.image.WritableImage;

/** Takes what a window shows in both themes and in the sizes that engineers work at. */
final class PictureBook {

  /** A screen's size in pixels. */
  record Size(int width, int height) {}

  static final Size SMALL = new Size(1280, 800);
  static final Size LARGEST = new Size(1920, 1080);
  static final List<Size> ALL = List.of(SMALL, new Size(1440, 900), LARGEST);

  private static final int PATIENCE = 20;
  private static final long PAUSE = 120;

  /** A caret blinks; a picture that has it would differ by chance. */
  private static final String NO_CARET = "data:text/css,.text-input{-fx-display-caret:false;}";

  private final OpenWindow window;
  private final Path folder;
  private final List<Path> taken = new ArrayList<>();

  PictureBook(OpenWindow window, Path folder) {
    this.window = window;
    this.folder = folder;
    // Out of the way: what the pointer rests on looks different.
    window.robot.moveTo(new Point2D(LARGEST.width() - 1, LARGEST.height() - 1));
    window.robot.interact(() -> window.scene().getRoot().getStylesheets().add(NO_CARET));
  }

  List<Path> taken() {
    return List.copyOf(taken);
  }

  void everySize(String name) {
    everySize(name, () -> {});
  }

  /**
   * @param settle done at each size, before the picture
   */
  void everySize(String name, Runnable settle) {
    ALL.forEach(size -> take(name, size, settle));
  }

  /** The size at which a hard case is hardest. */
  void small(String name) {
    take(name, SMALL, () -> {});
  }

  void take(String name, Size size, Runnable settle) {
    window.robot.interact(() -> resize(size));
    for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
      window.robot.interact(() -> wear(theme));
      settle.run();
      var file =
          "%s-%s-%dx%d.png"
              .formatted(name, theme.name().toLowerCase(Locale.ROOT), size.width(), size.height());
      taken.add(Picture.write(still(), folder.resolve(file)));
    }
  }

  private void resize(Size size) {
    var stage = window.scene().getWindow();
    stage.setX(0);
    stage.setY(0);
    stage.setWidth(size.width());
    stage.setHeight(size.height());
  }

  private void wear(Theme theme) {
    window.parts().settings().change(now -> now.withWindow(now.window().withTheme(theme)));
  }

  /** What is shown once nothing moves any more, or at last. */
  private WritableImage still() {
    var before = snapshot();
    for (int i = 0; i < PATIENCE; i++) {
      window.robot.sleep(PAUSE);
      var now = snapshot();
      if (Arrays.equals(Picture.pixels(before), Picture.pixels(now))) {
        return now;
      }
      before = now;
    }
    return before;
  }

  private WritableImage snapshot() {
    var images = new ArrayList<WritableImage>();
    window.robot.interact(() -> images.add(window.scene().snapshot(null)));
    return images.getFirst();
  }
}
