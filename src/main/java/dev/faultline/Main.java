package dev.faultline;

/** Launcher: no arguments open the window, a verb runs the command line. */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    System.out.println("Faultline");
  }
}
