package dev.faultline.cli;

/** What a verb tells the shell. */
final class ExitCode {

  static final int DONE = 0;

  /** Refused or failed; for {@code diff}: different. */
  static final int FAILED = 1;

  /** Wrong usage or no such thing; for {@code diff}: trouble. */
  static final int USAGE = 2;

  private ExitCode() {}
}
