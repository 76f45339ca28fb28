package dev.faultline.realcluster;

/** What a finished command said: its exit code and all it wrote. */
public record CommandResult(String command, int exit, String stdout, String stderr) {

  public boolean succeeded() {
    return exit == 0;
  }

  /** This result, or a failure that shows what the command wrote. */
  public CommandResult orFail() {
    if (!succeeded()) {
      throw new AssertionError("%s exited with %d:%n%s%s".formatted(command, exit, stdout, stderr));
    }
    return this;
  }
}
