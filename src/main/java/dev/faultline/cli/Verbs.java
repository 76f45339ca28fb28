package dev.faultline.cli;

import java.util.List;
import java.util.function.Function;
import picocli.CommandLine;

/** All verbs, in one place: a new one is added to this list. */
final class Verbs {

  private record Verb(String name, Function<Toolbox, Object> make) {}

  private static final List<Verb> ALL =
      List.of(
          new Verb("contexts", ContextsVerb::new),
          new Verb("services", ServicesVerb::new),
          new Verb("service", ServiceVerb::new),
          new Verb("graph", GraphVerb::new),
          new Verb("impact", ImpactVerb::new),
          new Verb("path", PathVerb::new),
          new Verb("versions", VersionsVerb::new),
          new Verb("diff", DiffVerb::new),
          new Verb("rollback", RollbackVerb::new),
          new Verb("undo", UndoVerb::new),
          new Verb("journal", JournalVerb::new),
          new Verb("completion", CompletionVerb::new),
          new Verb("manual", ManualVerb::new));

  private Verbs() {}

  static void addTo(CommandLine root, Toolbox tools) {
    ALL.forEach(verb -> root.addSubcommand(verb.name(), verb.make().apply(tools)));
  }

  /**
   * Adds the verb that the command line begins with, as to read the annotations of all eleven costs
   * a tenth of a second; all of them if it begins with none.
   */
  static void addTo(CommandLine root, Toolbox tools, String... arguments) {
    var first = arguments.length == 0 ? "" : arguments[0];
    ALL.stream()
        .filter(verb -> verb.name().equals(first))
        .findFirst()
        .ifPresentOrElse(
            verb -> root.addSubcommand(verb.name(), verb.make().apply(tools)),
            () -> addTo(root, tools));
  }
}
