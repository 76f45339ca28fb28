package dev.faultline.cli;

import java.io.IOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version as the build wrote it. */
final class VersionOfJar implements IVersionProvider {

  @Override
  public String[] getVersion() throws IOException {
    var properties = new Properties();
    try (var in = VersionOfJar.class.getResourceAsStream("/dev/faultline/version.properties")) {
      if (in != null) {
        properties.load(in);
      }
    }
    return new String[] {
      "Faultline " + properties.getProperty("version", "(not built by Maven)"),
      "Java " + Runtime.version()
    };
  }
}
