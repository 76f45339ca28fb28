package dev.faultline;

import dev.faultline.app.CommandLineRoot;
import dev.faultline.app.WindowRoot;

/** Launcher: no arguments open the window, a verb runs the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** As {@link #main}, but returns the exit code. */
  public static int run(String... args) {
    return args.length == 0 ? WindowRoot.run() : CommandLineRoot.run(args);
  }
}
