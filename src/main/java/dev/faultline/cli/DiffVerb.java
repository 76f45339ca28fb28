package dev.faultline.cli;

import dev.faultline.cli.json.DiffJson;
import dev.faultline.cli.json.Fields;
import dev.faultline.cli.text.Style;
import dev.faultline.cli.text.Terminal;
import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.FieldChange;
import dev.faultline.diff.ManifestDiff;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.workspace.ClusterOpener.Opened;
import dev.faultline.workspace.KindSets;
import dev.faultline.workspace.Look;
import dev.faultline.workspace.ManifestPair;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code diff}: what differs between any two of revisions, live services and files. */
@Command(
    name = "diff",
    mixinStandardHelpOptions = true,
    header = "Compare two versions, services or files; what matters comes first.",
    description = {
      "",
      "A side is a file, ns/name (live), ns/name@live, ns/name@1.4.2 (version), ns/name@3 (the"
          + " cluster's number) or ns/name@0a1b2c (identity). Several clusters: CONTEXT//ns/name.",
      ""
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {"0:equal", "1:different", "2:trouble"})
final class DiffVerb implements Callable<Integer> {

  private final Toolbox tools;
  private final Terminal terminal;

  @Mixin private final SourceOptions source = new SourceOptions();
  @Mixin private final OutputOptions output = new OutputOptions();

  @Parameters(index = "0", paramLabel = "A", description = "What it was.")
  private String before = "";

  @Parameters(index = "1", paramLabel = "B", description = "What it became.")
  private String after = "";

  @Option(names = "--raw", description = "Show everything, what servers fill in as well.")
  private boolean raw;

  @Option(names = "--no-text", description = "Only the list of changes, without the text below.")
  private boolean withoutText;

  DiffVerb(Toolbox tools) {
    this.tools = tools;
    this.terminal = tools.terminal();
  }

  @Override
  public Integer call() {
    try {
      return compare(DiffSide.parse(before), DiffSide.parse(after));
    } catch (CliFailure failure) {
      // For diff an exit code of 1 means "different", so all trouble is 2.
      throw CliFailure.noSuchThing(failure.sentence());
    }
  }

  private int compare(DiffSide a, DiffSide b) {
    if (a instanceof DiffSide.File left && b instanceof DiffSide.File right) {
      return report(DiffSides.ofFiles(left, right));
    }
    try (Opened opened = Opening.open(tools, source.choice(), KindSets.SERVICES, Look.ONCE)) {
      if (!output.json()) {
        opened.clusters().forEach(cluster -> ServiceText.demoMark(terminal, cluster));
      }
      return report(DiffSides.resolve(opened, a, b));
    }
  }

  private int report(List<ManifestPair> pairs) {
    var options = raw ? DiffOptions.RAW : DiffOptions.MEANINGFUL;
    var compared = new ArrayList<Compared>();
    for (ManifestPair pair : pairs) {
      compared.add(new Compared(pair, ManifestDiff.compare(pair.before(), pair.after(), options)));
    }
    if (output.json()) {
      var document =
          Fields.document("diff")
              .list("objects", compared, one -> DiffJson.object(one.pair().title(), one.diff()));
      terminal.out().println(JsonCodec.writePretty(document.build()));
    } else {
      compared.forEach(this::print);
    }
    boolean equal = compared.stream().allMatch(one -> one.diff().isEmpty());
    return equal ? ExitCode.DONE : ExitCode.FAILED;
  }

  private record Compared(ManifestPair pair, ManifestDiff diff) {}

  private void print(Compared one) {
    terminal.line(terminal.styled(Style.STRONG, one.pair().title()));
    if (one.diff().isEmpty()) {
      terminal.line(raw ? "No difference." : "No meaningful difference (--raw shows the rest).");
      return;
    }
    terminal.line(one.diff().counts() + ".");
    changes(terminal, one.diff());
    if (!withoutText) {
      terminal.line("");
      DiffText.print(terminal, one.pair().before(), one.pair().after(), raw);
    }
  }

  /** The list of changes, by category. */
  static void changes(Terminal terminal, ManifestDiff diff) {
    for (var category : dev.faultline.diff.Category.values()) {
      var changes = diff.of(category);
      if (!changes.isEmpty()) {
        terminal.line(terminal.styled(Style.MUTED, category.words()));
        changes.forEach(change -> terminal.line("  " + styled(terminal, change)));
      }
    }
  }

  private static String styled(Terminal terminal, FieldChange change) {
    return switch (change) {
      case FieldChange.Added added -> terminal.styled(Style.ADDED, "+ " + added.describe());
      case FieldChange.Removed removed -> terminal.styled(Style.REMOVED, "- " + removed.describe());
      case FieldChange.Changed changed -> terminal.styled(Style.CHANGED, "~ " + changed.describe());
    };
  }
}
