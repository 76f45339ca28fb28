package dev.faultline;

import dev.faultline.app.CommandLineRoot;

/** Launcher: no arguments open the window, a verb runs the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** As {@link #main}, but returns the exit code. */
  public static int run(String... args) {
    return CommandLineRoot.run(args);
  }
}
