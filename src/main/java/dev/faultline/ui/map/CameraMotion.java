package dev.faultline.ui.map;

import java.util.function.Consumer;
import javafx.animation.Animation;
import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.application.Platform;
import javafx.util.Duration;

/** Moves the eye within 200 ms, or at once where the system asks for reduced motion. */
final class CameraMotion {

  private static final Duration TIME = Duration.millis(200);

  private final Consumer<Camera> move;
  private Animation running = new Still();

  CameraMotion(Consumer<Camera> move) {
    this.move = move;
  }

  void go(Camera from, Camera to) {
    running.stop();
    if (from.equals(to)) {
      return;
    }
    if (Platform.getPreferences().isReducedMotion()) {
      move.accept(to);
      return;
    }
    running = new Way(from, to);
    running.play();
  }

  void stop() {
    running.stop();
  }

  private final class Way extends Transition {
    private final Camera from;
    private final Camera to;

    Way(Camera from, Camera to) {
      this.from = from;
      this.to = to;
      setCycleDuration(TIME);
      setInterpolator(Interpolator.EASE_BOTH);
    }

    @Override
    protected void interpolate(double share) {
      move.accept(from.towards(to, share));
    }
  }

  private static final class Still extends Transition {
    @Override
    protected void interpolate(double share) {
      // Nothing moves.
    }
  }
}
