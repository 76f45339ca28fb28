package dev.faultline.cli;

/** A verb that ends early: one sentence for the error stream, and an exit code. */
final class CliFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int exitCode;

  private CliFailure(String sentence, int exitCode) {
    super(sentence);
    this.exitCode = exitCode;
  }

  /** Refused by a check or the cluster, or failed on the way. */
  static CliFailure failed(String sentence) {
    return new CliFailure(sentence, ExitCode.FAILED);
  }

  /** Wrong usage, or there is no such thing. */
  static CliFailure noSuchThing(String sentence) {
    return new CliFailure(sentence, ExitCode.USAGE);
  }

  String sentence() {
    return String.valueOf(getMessage());
  }

  int exitCode() {
    return exitCode;
  }
}
