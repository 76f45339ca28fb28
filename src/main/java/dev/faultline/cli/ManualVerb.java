package dev.faultline.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code manual}: the man page of all verbs. */
@Command(
    name = "manual",
    mixinStandardHelpOptions = true,
    header = "Print the man page.",
    description = {"", "Read it with: faultline manual | man -l -", ""})
final class ManualVerb implements Callable<Integer> {

  private final Toolbox tools;

  ManualVerb(Toolbox tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    tools.terminal().out().print(ManualPage.of(FaultlineCommand.commandLine(tools)));
    return ExitCode.DONE;
  }
}
