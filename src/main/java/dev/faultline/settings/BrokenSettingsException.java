package dev.faultline.settings;

/** Something in the settings file is not as it must be; the message begins with the line. */
final class BrokenSettingsException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenSettingsException(int line, String problem) {
    super("line " + line + ": " + problem);
  }
}
