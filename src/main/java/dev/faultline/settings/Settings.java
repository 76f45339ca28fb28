package dev.faultline.settings;

import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the user set, as one immutable value.
 *
 * @param contexts by the context's name; one that is not there has its starting settings
 * @param flags switches by name; one that is not there is off
 * @param logFolder where the log goes; the platform's folder if empty
 * @param traffic is written by hand only, and kept as it is when the rest is saved
 */
public record Settings(
    Map<String, ContextSettings> contexts,
    Map<String, Boolean> flags,
    WindowSettings window,
    Optional<Path> logFolder,
    TrafficSettings traffic) {

  /** Nothing set. */
  public static final Settings EMPTY =
      new Settings(
          Map.of(), Map.of(), WindowSettings.START, Optional.empty(), TrafficSettings.EMPTY);

  public Settings {
    contexts = Collections.unmodifiableMap(new TreeMap<>(contexts));
    flags = Collections.unmodifiableMap(new TreeMap<>(flags));
  }

  /** What holds for a context, set or not. */
  public ContextSettings forContext(String name) {
    return Optional.ofNullable(contexts.get(name))
        .orElseGet(() -> ContextSettings.startingFor(name));
  }

  public boolean flag(String name) {
    return flags.getOrDefault(name, false);
  }

  public Settings withContext(String name, ContextSettings settings) {
    var changed = new TreeMap<>(contexts);
    changed.put(name, settings);
    return new Settings(changed, flags, window, logFolder, traffic);
  }

  public Settings withFlag(String name, boolean on) {
    var changed = new TreeMap<>(flags);
    changed.put(name, on);
    return new Settings(contexts, changed, window, logFolder, traffic);
  }

  public Settings withWindow(WindowSettings other) {
    return new Settings(contexts, flags, other, logFolder, traffic);
  }

  public Settings withLogFolder(Optional<Path> other) {
    return new Settings(contexts, flags, window, other, traffic);
  }
}
