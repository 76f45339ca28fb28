package dev.faultline.cli;

import picocli.CommandLine.Option;

/** Text for people or JSON for programs. */
final class OutputOptions {

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "text or json.")
  private Format format = Format.text;

  /** The names are what the user types. */
  enum Format {
    text,
    json
  }

  boolean json() {
    return format == Format.json;
  }
}
