package dev.faultline;

import dev.faultline.app.WindowRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Runs, in one JVM, the command lines that shall start fast, while the build records an
 * ahead-of-time cache: whatever they load and link, a later start finds ready.
 *
 * <p>One argument: a file with one command line a line; words are parted by spaces, {@code #}
 * begins a comment. {@code window} with a kubeconfig stands for the window.
 */
final class Training {
  /** Of a verb that asks, 1 is an answer: these two differ. */
  private static final int ANSWERED = 1;

  private Training() {}

  public static void main(String[] args) throws IOException {
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int exit = run(line.strip());
        if (exit > ANSWERED) {
          System.err.println("Training: \"" + line + "\" ended with exit code " + exit);
        }
      }
    }
  }

  private static int run(String line) throws IOException {
    var words = line.split(" +");
    return words[0].equals("window")
        ? WindowRoot.rehearse(Files.createTempDirectory("faultline-training"), Path.of(words[1]))
        : Main.run(words);
  }
}
