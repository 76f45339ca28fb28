package dev.faultline.cli;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The man page (section 1, troff), written from the verbs themselves so that it cannot differ. */
final class ManualPage {

  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  static String of(CommandLine root) {
    var manual = new ManualPage();
    manual.line(".TH FAULTLINE 1");
    manual.section("NAME");
    manual.text("faultline - " + header(root.getCommandSpec()));
    manual.section("SYNOPSIS");
    manual.line(".B faultline");
    manual.text("VERB [OPTION...]");
    manual.section("DESCRIPTION");
    manual.description(root.getCommandSpec());
    for (CommandLine verb : root.getSubcommands().values()) {
      manual.verb(verb.getCommandSpec());
    }
    manual.section("EXIT STATUS");
    root.getCommandSpec()
        .usageMessage()
        .exitCodeList()
        .forEach((code, meaning) -> manual.item(code.strip(), meaning));
    manual.section("ENVIRONMENT");
    manual.item("KUBECONFIG", "Files to read contexts from, separated as in PATH.");
    manual.item("NO_COLOR", "If set, no colour is used.");
    return manual.page.toString();
  }

  private void verb(CommandSpec verb) {
    section(verb.name().toUpperCase(java.util.Locale.ROOT));
    text(header(verb));
    description(verb);
    for (PositionalParamSpec parameter : verb.positionalParameters()) {
      item(parameter.paramLabel(), plain(parameter.description()));
    }
    for (OptionSpec option : verb.options()) {
      String names = String.join(", ", option.names());
      boolean takesValue = option.arity().max() > 0;
      item(takesValue ? names + " " + option.paramLabel() : names, plain(option.description()));
    }
  }

  private void description(CommandSpec spec) {
    List.of(spec.usageMessage().description()).forEach(this::text);
  }

  private void section(String title) {
    line(".SH " + title);
  }

  private void item(String term, String meaning) {
    line(".TP");
    line(".B " + escaped(term));
    text(meaning);
  }

  private void text(String text) {
    if (!text.isBlank()) {
      line(escaped(rendered(text)));
    }
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  private static String header(CommandSpec spec) {
    return plain(spec.usageMessage().header());
  }

  private static String plain(String[] texts) {
    return rendered(String.join(" ", texts));
  }

  private static String rendered(String text) {
    return Ansi.OFF.string(text.formatted());
  }

  /** Troff reads a leading dot or quote as a request, and a backslash as an escape. */
  private static String escaped(String text) {
    String safe = text.replace("\\", "\\e").replace("-", "\\-");
    return safe.startsWith(".") || safe.startsWith("'") ? "\\&" + safe : safe;
  }
}
