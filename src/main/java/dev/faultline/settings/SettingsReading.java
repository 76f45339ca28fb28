package dev.faultline.settings;

/** What became of reading the settings. */
public sealed interface SettingsReading {

  /** They were read, or there is no file yet. */
  record Read(Settings settings) implements SettingsReading {}

  /** The file can't be understood; the sentence names file and line and says what to do. */
  record Broken(String sentence) implements SettingsReading {}
}
