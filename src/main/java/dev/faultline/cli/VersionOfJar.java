package dev.faultline.cli;

import dev.faultline.text.BuildVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} answers. */
final class VersionOfJar implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {"Faultline " + BuildVersion.read(), "Java " + Runtime.version()};
  }
}
