package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** The model of the map without a window: one thread of its own stands for the FX thread. */
abstract class MapOffScreen {

  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final Duration BETWEEN = Duration.ofMillis(20);

  @TempDir Path folder;
  final ExecutorService fx = Executors.newSingleThreadExecutor();
  MapDesk desk;
  MapViewModel model;

  /** Links the desk, and waits for its first map. */
  void open(MapDesk opened) {
    desk = opened;
    model = desk.model;
    model.follow();
    desk.link();
    until(() -> !picture().scene().isEmpty());
  }

  @AfterEach
  void close() {
    desk.close();
    fx.shutdown();
    assertThat(desk.failures).isEmpty();
  }

  MapPicture picture() {
    return read(model.pictureProperty()::get);
  }

  Inspection inspection() {
    return read(model.inspectionProperty()::get);
  }

  void onFx(Runnable action) {
    CompletableFuture.runAsync(action, fx).join();
  }

  /** What it is once all that was asked of the FX thread before is done. */
  <T> T read(Supplier<T> value) {
    return CompletableFuture.supplyAsync(value, fx).join();
  }

  /** Reads on the FX thread until the value is as wanted. */
  <T> T await(Supplier<T> value, Predicate<T> wanted) {
    return poll(() -> read(value), wanted);
  }

  /** Asks on the thread of the test until it holds. */
  static void until(BooleanSupplier condition) {
    poll(condition::getAsBoolean, holds -> holds);
  }

  private static <T> T poll(Supplier<T> value, Predicate<T> wanted) {
    var deadline = Instant.now().plus(LONGEST);
    while (true) {
      T now = value.get();
      if (wanted.test(now)) {
        return now;
      }
      assertThat(Instant.now()).as("still " + now).isBefore(deadline);
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
  }
}
