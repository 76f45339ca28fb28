package dev.faultline.ui.rollback;

import dev.faultline.model.Redaction;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.runs.Dependent;
import dev.faultline.rollback.runs.PodSight;
import dev.faultline.rollback.runs.RunStatus;
import dev.faultline.rollback.runs.RunSteps;
import dev.faultline.rollback.watch.RollbackProgress;
import dev.faultline.text.Ages;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.rollback.StepLine.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a running rollback into words. */
final class ProgressWords {

  private final ScreenTools tools;

  ProgressWords(ScreenTools tools) {
    this.tools = tools;
  }

  String title(RollbackPlan plan) {
    var to = plan.to().labelBeside(plan.from());
    return tools.say("progress.title", plan.service().ref().name(), to);
  }

  List<StepLine> steps(RollbackPlan plan, RunStatus status) {
    var lines = new ArrayList<StepLine>();
    lines.add(sent(plan, status));
    lines.add(ready(plan, status));
    lines.add(settled(plan, status));
    if (!status.hurt().isEmpty()) {
      lines.add(recovered(status));
    }
    return lines;
  }

  private StepLine sent(RollbackPlan plan, RunStatus status) {
    var text =
        tools.say(
            "progress.step-send", plan.service().ref().kind().name(), plan.service().ref().name());
    RunSteps steps = status.steps();
    if (steps.applied().isPresent()) {
      var took = Duration.between(steps.begun(), steps.applied().get());
      return new StepLine(
          State.DONE, text, tools.say("progress.at-in", time(steps.applied().get()), brief(took)));
    }
    return new StepLine(unreached(status, true), text, "");
  }

  private StepLine ready(RollbackPlan plan, RunStatus status) {
    var text = tools.say("progress.step-ready", plan.to().labelBeside(plan.from()));
    if (status.steps().ready().isPresent()) {
      return new StepLine(State.DONE, text, time(status.steps().ready().get()));
    }
    boolean next = status.steps().applied().isPresent();
    var fact =
        next
            ? status
                .progress()
                .map(now -> tools.say("progress.of", now.target().ready(), now.wanted()))
                .orElse("")
            : "";
    return new StepLine(unreached(status, next), text, fact);
  }

  private StepLine settled(RollbackPlan plan, RunStatus status) {
    var settling = plan.request().options().settling();
    var text = tools.say("progress.step-settle", Ages.span(settling));
    if (status.outcome().filter(RollbackOutcome.Verified.class::isInstance).isPresent()) {
      return new StepLine(State.DONE, text, status.steps().ended().map(this::time).orElse(""));
    }
    var since = status.steps().ready();
    var fact =
        status.isOver()
            ? ""
            : since
                .map(start -> Duration.between(start, tools.clock().instant()).toSeconds())
                .map(
                    passed ->
                        tools.say(
                            "progress.seconds-of",
                            Math.clamp(passed, 0, settling.toSeconds()),
                            settling.toSeconds()))
                .orElse("");
    return new StepLine(unreached(status, since.isPresent()), text, fact);
  }

  /** Whoever was hurt by it is watched too, after the end as well. */
  private StepLine recovered(RunStatus status) {
    var names = names(status.hurt().stream().map(one -> one.ref().name()).toList());
    var text =
        status.hurt().size() == 1
            ? tools.say("progress.step-recovers", names)
            : tools.say("progress.step-recover", names);
    if (status.isChainWell()) {
      return new StepLine(State.DONE, text, "");
    }
    long well = status.hurt().stream().filter(ProgressWords::isWell).count();
    boolean next = status.steps().ready().isPresent();
    var fact = next ? tools.say("progress.of", well, status.hurt().size()) : "";
    return new StepLine(next ? State.ACTIVE : State.TO_COME, text, fact);
  }

  private String names(List<String> all) {
    return all.size() < 2
        ? String.join("", all)
        : tools.say(
            "progress.and", String.join(", ", all.subList(0, all.size() - 1)), all.getLast());
  }

  private static boolean isWell(Dependent one) {
    return one.health().status() == dev.faultline.model.Health.Status.HEALTHY;
  }

  /** A step that was not reached: of an ended rollback the next one is where it failed. */
  private static State unreached(RunStatus status, boolean next) {
    if (!next) {
      return State.TO_COME;
    }
    return status
        .outcome()
        .map(
            outcome ->
                switch (outcome) {
                  case RollbackOutcome.Failed _, RollbackOutcome.Refused _ -> State.FAILED;
                  case RollbackOutcome.AppliedNotVerified _, RollbackOutcome.Unknown _ ->
                      State.UNKNOWN;
                  case RollbackOutcome.Verified _ -> State.DONE;
                })
        .orElse(State.ACTIVE);
  }

  List<PodLine> pods(RunStatus status) {
    var now = tools.clock().instant();
    return status.pods().stream()
        .map(pod -> new PodLine(pod.name(), pod.version(), pod.condition(), words(pod, now)))
        .toList();
  }

  private String words(PodSight pod, Instant now) {
    Optional<String> age = pod.since().map(since -> Ages.span(Duration.between(since, now)));
    return switch (pod.condition()) {
      case READY ->
          age.map(for_ -> tools.say("progress.pod-ready-for", for_))
              .orElseGet(() -> tools.say("progress.pod-ready"));
      case STARTING ->
          age.map(for_ -> tools.say("progress.pod-starting-for", for_))
              .orElseGet(() -> tools.say("progress.pod-starting"));
      case FAILING -> pod.trouble().isEmpty() ? tools.say("progress.pod-failing") : pod.trouble();
      case GOING -> tools.say("progress.pod-going");
      case OVER -> tools.say("progress.pod-over");
    };
  }

  /** What is waited for, and how long at most. */
  String waiting(RunStatus status) {
    if (status.isOver()) {
      return "";
    }
    return status
        .progress()
        .map(
            now -> {
              var left = tools.say("progress.left", Ages.span(now.left()));
              var sentence = Redaction.text(now.sentence());
              return now.phase() == RollbackProgress.Phase.LINK_LOST
                  ? tools.say("progress.link-lost", sentence, left)
                  : tools.say("progress.waiting", sentence, left);
            })
        .orElse("");
  }

  OutcomeLine outcome(RollbackOutcome outcome) {
    var sentence = clause(outcome.sentence());
    return switch (outcome) {
      case RollbackOutcome.Verified verified ->
          new OutcomeLine(
              OutcomeLine.Tone.GOOD,
              tools.say("progress.verified", sentence),
              verified.notes().stream().map(ProgressWords::sentence).toList());
      case RollbackOutcome.AppliedNotVerified not ->
          new OutcomeLine(
              OutcomeLine.Tone.DOUBTFUL,
              tools.say("progress.not-verified", sentence),
              not.notes().stream().map(ProgressWords::sentence).toList());
      case RollbackOutcome.Failed failed ->
          new OutcomeLine(
              OutcomeLine.Tone.BAD, tools.say("progress.failed", sentence), lastWords(failed));
      case RollbackOutcome.Unknown _ ->
          new OutcomeLine(
              OutcomeLine.Tone.DOUBTFUL, tools.say("progress.unknown", sentence), List.of());
      case RollbackOutcome.Refused _ ->
          new OutcomeLine(
              OutcomeLine.Tone.NOTHING, tools.say("progress.refused", sentence), List.of());
    };
  }

  private static List<String> lastWords(RollbackOutcome.Failed failed) {
    var lines = new ArrayList<String>();
    failed
        .pods()
        .forEach(
            pod -> {
              lines.add(pod.describe());
              pod.logLines().forEach(line -> lines.add("  " + line));
            });
    lines.addAll(failed.notes());
    return lines;
  }

  private String time(Instant time) {
    return Ages.timeOfDay(time) + "Z";
  }

  private static String brief(Duration took) {
    return took.toSeconds() == 0 ? took.toMillis() + " ms" : Ages.span(took);
  }

  /** A clause as it stands after a colon: it may begin with a service's name, which stays. */
  static String clause(String clause) {
    var text = Redaction.text(clause);
    return text.endsWith(".") ? text : text + ".";
  }

  static String sentence(String clause) {
    var text = Redaction.text(clause);
    var begun = text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    return begun.endsWith(".") ? begun : begun + ".";
  }
}
