package dev.faultline.cli;

import dev.faultline.cli.text.Terminal;
import java.util.List;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The root of the verbs: help, version, and how a failure reaches the user. */
@Command(
    name = "faultline",
    mixinStandardHelpOptions = true,
    versionProvider = VersionOfJar.class,
    synopsisSubcommandLabel = "VERB",
    header = "Which change broke the cluster, and how to take it back safely.",
    description = {
      "",
      "Reads Kubernetes clusters of the kubeconfig, the simulated incident (--demo) or a folder of"
          + " manifests (--manifests).",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done (diff: equal)",
      "1:refused or failed (diff: different)",
      "2:wrong usage or no such thing (diff: trouble)"
    })
public final class FaultlineCommand implements Callable<Integer> {

  private static final Logger LOG = LoggerFactory.getLogger(FaultlineCommand.class);

  private static final List<String> WHAT_NEXT =
      List.of(
          "",
          "payment fails, and order and gateway with it. What next:",
          "  faultline service payment --demo           why, in one page",
          "  faultline versions payment --demo          what ran before",
          "  faultline diff payment@1.4.2 payment --demo",
          "  faultline rollback payment --to 1.4.2 --reason \"1.5.0 crashes\" --demo",
          "  faultline contexts                         your own clusters",
          "  faultline --help                           all verbs");

  private final Toolbox tools;

  private FaultlineCommand(Toolbox tools) {
    this.tools = tools;
  }

  /** Runs the arguments; the result is the exit code. */
  public static int run(Toolbox tools, String... arguments) {
    var line = line(tools);
    Verbs.addTo(line, tools, arguments);
    int code = configured(line, tools).execute(arguments);
    tools.terminal().out().flush();
    tools.terminal().err().flush();
    return code;
  }

  /** All verbs, for running and for printing the manual. */
  public static CommandLine commandLine(Toolbox tools) {
    var line = line(tools);
    Verbs.addTo(line, tools);
    return configured(line, tools);
  }

  private static CommandLine line(Toolbox tools) {
    return new CommandLine(new FaultlineCommand(tools));
  }

  /** What is set here is handed down to the verbs that are there by then. */
  private static CommandLine configured(CommandLine line, Toolbox tools) {
    line.setOut(tools.terminal().out());
    line.setErr(tools.terminal().err());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            tools.terminal().colour() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler((e, arguments) -> wrongUsage(tools.terminal(), e));
    line.setExecutionExceptionHandler((e, command, result) -> failed(tools, e));
    line.getCommandSpec()
        .usageMessage()
        .footer("%nLog file: " + tools.logFile().toString().replace("%", "%%"));
    return line;
  }

  /** No verb: the simulated incident, and what to type next. */
  @Override
  public Integer call() {
    var terminal = tools.terminal();
    int code = run(tools, "services", "--demo");
    WHAT_NEXT.forEach(terminal::line);
    return code;
  }

  private static int wrongUsage(Terminal terminal, ParameterException e) {
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.complain("faultline: " + e.getMessage() + " (see '" + command + " --help')");
    return ExitCode.USAGE;
  }

  private static int failed(Toolbox tools, Exception e) {
    if (e instanceof CliFailure failure) {
      tools.terminal().complain("faultline: " + failure.sentence());
      return failure.exitCode();
    }
    LOG.error("A verb failed in a way nobody foresaw", e);
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    tools
        .terminal()
        .complain(
            "faultline: an error of Faultline itself: "
                + what
                + " (details in "
                + tools.logFile()
                + ")");
    return ExitCode.FAILED;
  }
}
