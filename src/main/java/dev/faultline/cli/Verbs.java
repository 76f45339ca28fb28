package dev.faultline.cli;

import picocli.CommandLine;

/** All verbs, in one place: a new one is added to this list. */
final class Verbs {

  private Verbs() {}

  static void addTo(CommandLine root, Toolbox tools) {
    root.addSubcommand(new ContextsVerb(tools))
        .addSubcommand(new ServicesVerb(tools))
        .addSubcommand(new ServiceVerb(tools))
        .addSubcommand(new GraphVerb(tools))
        .addSubcommand(new VersionsVerb(tools))
        .addSubcommand(new DiffVerb(tools))
        .addSubcommand(new RollbackVerb(tools))
        .addSubcommand(new UndoVerb(tools))
        .addSubcommand(new JournalVerb(tools))
        .addSubcommand(new CompletionVerb(tools))
        .addSubcommand(new ManualVerb(tools));
  }
}
