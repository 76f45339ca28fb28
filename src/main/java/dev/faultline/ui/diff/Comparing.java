package dev.faultline.ui.diff;

import dev.faultline.concurrent.Background;
import dev.faultline.concurrent.Outcome;
import dev.faultline.diff.DiffOptions;
import dev.faultline.model.Kind;
import dev.faultline.ui.diff.Comparison.Prepared;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.ManifestPair;
import dev.faultline.workspace.SideReader;
import dev.faultline.workspace.SideReading;
import dev.faultline.workspace.Workspace;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Computes a comparison; blocks, and ends early when it is interrupted. */
final class Comparing {

  static final Duration LONGEST = Duration.ofSeconds(60);

  private final ScreenTools tools;
  private final Background background;

  Comparing(ScreenTools tools) {
    this.tools = tools;
    this.background = tools.background();
  }

  /**
   * What came of it.
   *
   * @param objects what was compared, to count the noise in
   */
  record Answer(DiffState state, List<Prepared> objects, boolean raw) {}

  Answer compare(Workspace workspace, ComparedSide before, ComparedSide after, boolean raw)
      throws InterruptedException {
    var left = SideReader.read(workspace, before);
    var right = SideReader.read(workspace, after);
    if (!(left instanceof SideReading.Found old)) {
      return trouble(left, SideLabel.of(tools, workspace, before));
    }
    if (!(right instanceof SideReading.Found now)) {
      return trouble(right, SideLabel.of(tools, workspace, after));
    }
    var pairs = differing(ManifestPair.of(old.manifests(), now.manifests()));
    var objects = Comparison.prepare(pairs, raw ? DiffOptions.RAW : DiffOptions.MEANINGFUL);
    return new Answer(state(objects, raw), objects, raw);
  }

  /** The list is made on a thread of its own, as for large texts both take their time. */
  private DiffState state(List<Prepared> objects, boolean raw) throws InterruptedException {
    var list =
        background.start(
            "list of changes",
            LONGEST,
            () ->
                Comparison.changes(objects, tools.say("diff.not-there"), tools.say("diff.there")));
    var text = Comparison.text(objects);
    return switch (list.await()) {
      case Outcome.Done<List<ChangeRow>> done when done.value().isEmpty() && !raw ->
          new DiffState.Equal(Comparison.noise(objects, false));
      case Outcome.Done<List<ChangeRow>> done
          when done.value().isEmpty() && text.blocks().length == 0 ->
          new DiffState.Equal(0);
      case Outcome.Done<List<ChangeRow>> done ->
          new DiffState.Shown(new Comparison(done.value(), text));
      case Outcome.Cancelled<List<ChangeRow>> ignored -> throw new InterruptedException();
      case Outcome.TimedOut<List<ChangeRow>> late -> tooLong(late.after());
      case Outcome.Failed<List<ChangeRow>> failed ->
          throw new IllegalStateException("the list of changes failed", failed.cause());
    };
  }

  DiffState tooLong(Duration after) {
    return new DiffState.Trouble(
        tools.say("diff.trouble.slow"),
        tools.say("diff.trouble.slow-text", Math.max(1, after.toSeconds())));
  }

  /** What configures both sides alike is left out; the first is what was asked for. */
  private static List<ManifestPair> differing(List<ManifestPair> pairs) {
    return IntStream.range(0, pairs.size())
        .filter(i -> i == 0 || !isSame(pairs.get(i)))
        .mapToObj(pairs::get)
        .toList();
  }

  private static boolean isSame(ManifestPair pair) {
    return pair.before().equals(pair.after())
        || (pair.after().kind().equals(Kind.CONFIG_MAP)
            && pair.before().tree().object("data").equals(pair.after().tree().object("data")));
  }

  private Answer trouble(SideReading reading, SideLabel side) {
    var state =
        switch (reading) {
          case SideReading.Gone gone ->
              new DiffState.Trouble(
                  tools.say("diff.trouble.gone", side.name()), sentence(gone.sentence()));
          case SideReading.Forbidden forbidden ->
              new DiffState.Trouble(
                  tools.say("diff.trouble.forbidden", side.name()), sentence(forbidden.sentence()));
          case SideReading.Failed failed ->
              new DiffState.Trouble(
                  tools.say("diff.trouble.failed", side.name()), sentence(failed.sentence()));
          case SideReading.Found ignored -> throw new IllegalStateException("nothing is wrong");
        };
    return new Answer(state, List.of(), false);
  }

  private static String sentence(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  /** How many differences are noise, where that is not told yet. */
  static OptionalInt noise(Answer answer) {
    return switch (answer.state()) {
      case DiffState.Shown ignored ->
          OptionalInt.of(Comparison.noise(answer.objects(), answer.raw()));
      case DiffState.Equal equal -> OptionalInt.of(equal.noise());
      case DiffState.Nothing ignored -> OptionalInt.empty();
      case DiffState.Working ignored -> OptionalInt.empty();
      case DiffState.Trouble ignored -> OptionalInt.empty();
    };
  }
}
