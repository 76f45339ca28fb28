package dev.faultline.cli;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** {@code completion}: what a shell needs to complete verbs and options. */
@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    header = "Print the completion script for bash and zsh.",
    description = {"", "Load it with: source <(faultline completion)", ""})
final class CompletionVerb implements Callable<Integer> {

  private final Toolbox tools;

  CompletionVerb(Toolbox tools) {
    this.tools = tools;
  }

  @Override
  public Integer call() {
    var root = FaultlineCommand.commandLine(tools);
    tools.terminal().out().print(AutoComplete.bash("faultline", root));
    return ExitCode.DONE;
  }
}
