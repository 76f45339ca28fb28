package dev.faultline.cli;

import dev.faultline.workspace.SourceChoice;
import picocli.CommandLine.Option;

/**
 * Whether the Secrets of a live cluster are read for what they name; not unless it is asked for.
 */
final class SecretOptions {

  @Option(
      names = "--secret-addresses",
      description =
          "Read the Secrets of a live cluster for the addresses in them: the values are read, the"
              + " Services they name are kept, and the values are dropped at once. Without it, and"
              + " without secretAddresses in the settings, no value of a Secret is asked for.")
  private boolean addresses;

  /** The same choice; the demo and files are always read so. */
  SourceChoice on(SourceChoice choice) {
    return addresses && choice instanceof SourceChoice.Contexts contexts
        ? contexts.withSecretAddresses()
        : choice;
  }
}
