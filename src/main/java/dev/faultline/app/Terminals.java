package dev.faultline.app;

import dev.faultline.cli.text.Terminal;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The terminal that the process was started on. */
final class Terminals {

  private Terminals() {}

  static Terminal standard(Map<String, String> environment) {
    return new Terminal(
        writer(FileDescriptor.out),
        writer(FileDescriptor.err),
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
        colour(environment));
  }

  /** Colour only where a person looks, and only if that person did not decline (no-color.org). */
  private static boolean colour(Map<String, String> environment) {
    var console = System.console();
    return console != null
        && console.isTerminal()
        && environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb");
  }

  private static PrintWriter writer(FileDescriptor descriptor) {
    return new PrintWriter(
        new OutputStreamWriter(new FileOutputStream(descriptor), StandardCharsets.UTF_8), false);
  }
}
