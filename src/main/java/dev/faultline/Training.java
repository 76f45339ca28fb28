package dev.faultline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs, in one JVM, the command lines that shall start fast, while the build records an
 * ahead-of-time cache: whatever they load and link, a later start finds ready.
 *
 * <p>One argument: a file with one command line a line; words are parted by spaces, {@code #}
 * begins a comment.
 */
final class Training {
  private Training() {}

  public static void main(String[] args) throws IOException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int exit = Main.run(line.strip().split(" +"));
        if (exit != 0) {
          System.err.println("Training: \"" + line + "\" ended with exit code " + exit);
        }
      }
    }
  }
}
