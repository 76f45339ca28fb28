package dev.faultline;

/** Launcher: no arguments open the window, a verb runs the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    int exit = run(args);
    if (exit != 0) {
      System.exit(exit);
    }
  }

  /** Runs one command line and gives its exit code; leaves the JVM running. */
  static int run(String... args) {
    System.out.println("Faultline");
    return 0;
  }
}
