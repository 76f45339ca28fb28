package dev.faultline.cli;

import dev.faultline.cli.text.Terminal;
import dev.faultline.model.Kind;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.SourceChoice;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A verb that looks at clusters: it shares the choice of source and of output. */
abstract class ClusterVerb implements Callable<Integer> {

  protected final Toolbox tools;
  protected final Terminal terminal;

  @Mixin private final SourceOptions source = new SourceOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  ClusterVerb(Toolbox tools) {
    this.tools = tools;
    this.terminal = tools.terminal();
  }

  @Override
  public final Integer call() {
    try (Opened opened = Opening.open(tools, choice(source.choice()), kinds(), look())) {
      return run(opened);
    }
  }

  /** The kinds that this verb reads. */
  abstract Set<Kind> kinds();

  /** The source that was chosen, as this verb looks at it. */
  SourceChoice choice(SourceChoice chosen) {
    return chosen;
  }

  /** How closely it has to look. */
  Look look() {
    return Look.ONCE;
  }

  abstract int run(Opened opened);

  final boolean json() {
    return output.json();
  }
}
