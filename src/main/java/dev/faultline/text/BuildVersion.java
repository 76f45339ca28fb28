package dev.faultline.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of Faultline as the build wrote it. */
public final class BuildVersion {

  private BuildVersion() {}

  /** Such as {@code 0.1.0}. */
  public static String read() {
    var properties = new Properties();
    try (var in = BuildVersion.class.getResourceAsStream("/dev/faultline/version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "(not built by Maven)");
  }
}
