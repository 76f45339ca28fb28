package dev.faultline.settings;

import dev.faultline.text.FileTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * The settings in force: changed in memory at once, told to whoever listens, and written by {@link
 * #save()}, which the caller runs where blocking is allowed.
 */
public final class SettingsKeeper {

  private final SettingsStore store;
  private final List<Consumer<Settings>> listeners = new CopyOnWriteArrayList<>();
  private final Optional<String> trouble;
  private Settings settings;
  private boolean unsaved;

  /** Reads them from the store; settings that can't be read are replaced by the starting ones. */
  public SettingsKeeper(SettingsStore store) {
    this.store = store;
    switch (store.load()) {
      case SettingsReading.Read read -> {
        settings = read.settings();
        trouble = Optional.empty();
      }
      case SettingsReading.Broken broken -> {
        settings = Settings.EMPTY;
        trouble = Optional.of(broken.sentence());
      }
    }
  }

  /** What became of saving. */
  public sealed interface Saved {

    /**
     * They are on the disk.
     *
     * @param setAside where a file that could not be read was put first
     */
    record Written(Optional<Path> setAside) implements Saved {}

    /** There was nothing to write. */
    record Unchanged() implements Saved {}

    /** They are not on the disk, and why; they hold until the application ends. */
    record NotWritten(String sentence) implements Saved {}
  }

  public synchronized Settings settings() {
    return settings;
  }

  /** Why the file could not be used when it was read; while it can't, nothing may be written. */
  public Optional<String> trouble() {
    return trouble;
  }

  public Path file() {
    return store.file();
  }

  /** Changes them and tells the listeners, on the caller's thread. */
  public void change(UnaryOperator<Settings> change) {
    Settings now;
    synchronized (this) {
      now = change.apply(settings);
      if (now.equals(settings)) {
        return;
      }
      settings = now;
      unsaved = true;
    }
    listeners.forEach(listener -> listener.accept(now));
  }

  /** Tells of every later change, on the thread that makes it. */
  public AutoCloseable subscribe(Consumer<Settings> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /** Writes what was changed since; blocks. */
  public Saved save() {
    Settings now;
    synchronized (this) {
      if (!unsaved) {
        return new Saved.Unchanged();
      }
      now = settings;
      unsaved = false;
    }
    try {
      return new Saved.Written(store.save(now));
    } catch (IOException e) {
      synchronized (this) {
        unsaved = true;
      }
      return new Saved.NotWritten(
          "The settings can't be written to "
              + store.file()
              + " ("
              + FileTrouble.words(e)
              + "): they hold until Faultline is closed.");
    }
  }
}
