package dev.faultline.ui.rollback;

import dev.faultline.model.Health;
import dev.faultline.model.Redaction;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.plan.Candidate;
import dev.faultline.rollback.plan.Candidates;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.runs.Dependent;
import dev.faultline.text.Ages;
import dev.faultline.ui.fx.ScreenTools;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts the confirmation's facts into words; claims no more than is known. */
final class PreviewWords {

  private final ScreenTools tools;

  PreviewWords(ScreenTools tools) {
    this.tools = tools;
  }

  String title(RollbackPlan plan) {
    var name = plan.service().ref().name();
    var from = plan.from().labelBeside(plan.to());
    var to = plan.to().labelBeside(plan.from());
    return plan.request().undoOf().isPresent()
        ? tools.say("rollback.title-undo", name, from, to)
        : tools.say("rollback.title", name, from, to);
  }

  String button(RollbackPlan plan) {
    var to = plan.to().labelBeside(plan.from());
    return plan.request().undoOf().isPresent()
        ? tools.say("rollback.do-undo", to)
        : tools.say("rollback.do", plan.service().ref().name(), to);
  }

  /** Why this version stands here, and what is known of it. */
  String why(Candidates candidates, Candidate candidate, boolean undo) {
    var said = new ArrayList<String>();
    boolean proposed = candidates.proposed().filter(candidate::equals).isPresent();
    if (undo) {
      said.add(tools.say("rollback.why-undo"));
    } else if (proposed) {
      said.add(tools.say("rollback.why-proposed"));
    }
    said.add(history(candidate));
    if (candidate.isSeenWell()) {
      said.add(tools.say("rollback.why-ready", candidate.revision().readyPods()));
    } else if (candidate.crashed()) {
      said.add(tools.say("rollback.why-crashed"));
    } else if (!undo && !candidate.takenBack()) {
      said.add(tools.say("rollback.why-unknown"));
    }
    if (candidate.ranBriefly()) {
      said.add(tools.say("rollback.why-briefly"));
    }
    if (candidate.takenBack() && !undo) {
      said.add(tools.say("rollback.why-taken-back"));
    }
    return String.join(" ", said);
  }

  private String history(Candidate candidate) {
    var label = candidate.point().label();
    Instant now = tools.clock().instant();
    if (candidate.ran().isPresent() && candidate.until().isPresent()) {
      return tools.say(
          "rollback.why-ran",
          label,
          Ages.span(candidate.ran().get()),
          Ages.utc(candidate.until().get()),
          Ages.age(candidate.until().get(), now));
    }
    return candidate
        .from()
        .map(from -> tools.say("rollback.why-released", label, Ages.utc(from), Ages.age(from, now)))
        .orElseGet(() -> tools.say("rollback.why-nothing-known", label));
  }

  /** The versions to choose from. */
  List<Choice> choices(Candidates candidates) {
    return candidates.all().stream()
        .map(
            one ->
                new Choice(
                    one.revision().id(),
                    label(candidates, one),
                    facts(one),
                    candidates.proposed().filter(one::equals).isPresent()))
        .toList();
  }

  /** With the number where another has the same version. */
  private static String label(Candidates candidates, Candidate one) {
    return candidates.all().stream()
        .filter(other -> !other.equals(one))
        .map(Candidate::point)
        .filter(other -> other.version().equals(one.point().version()))
        .findFirst()
        .map(other -> one.point().labelBeside(other))
        .orElseGet(() -> one.point().label());
  }

  private String facts(Candidate one) {
    var facts = new ArrayList<String>();
    if (one.revision().number() > 0) {
      facts.add(tools.say("rollback.choice-number", one.revision().number()));
    }
    one.from()
        .ifPresent(from -> facts.add(Ages.utcWithAge(Optional.of(from), tools.clock().instant())));
    if (one.crashed()) {
      facts.add(tools.say("rollback.choice-crashed"));
    }
    if (one.takenBack()) {
      facts.add(tools.say("rollback.choice-taken-back"));
    }
    one.revision().changeCause().map(Redaction::text).ifPresent(facts::add);
    return String.join(" · ", facts);
  }

  List<AffectedLine> affected(String service, List<Dependent> dependents) {
    return dependents.stream().map(one -> affected(service, one)).toList();
  }

  private AffectedLine affected(String service, Dependent one) {
    var relation =
        one.through()
            .map(through -> tools.say("rollback.affected-through", through.name()))
            .orElseGet(() -> tools.say("rollback.affected-calls", service));
    var reasons = one.health().reasons().stream().findFirst().map(Redaction::text).orElse("");
    var how = reasons.isEmpty() ? health(one.health().status()) : reasons;
    return new AffectedLine(one.ref().name(), one.health().status(), relation + ", " + how);
  }

  private String health(Health.Status status) {
    return switch (status) {
      case HEALTHY -> tools.say("rollback.health-healthy");
      case DEGRADED -> tools.say("rollback.health-degraded");
      case FAILING -> tools.say("rollback.health-failing");
      case PROGRESSING -> tools.say("rollback.health-progressing");
      case PAUSED -> tools.say("rollback.health-paused");
      case IDLE -> tools.say("rollback.health-idle");
      case UNKNOWN -> tools.say("rollback.health-unknown");
    };
  }

  /** "Checks: 12 passed, 2 warnings", with whatever else there is to count. */
  String checksTitle(List<CheckLine> lines) {
    var parts = new ArrayList<String>();
    parts.add(tools.say("rollback.checks-passed", count(lines, CheckLine.State.PASSED)));
    long warned = count(lines, CheckLine.State.WARNED);
    if (warned > 0) {
      parts.add(tools.words().count("rollback.checks-warned", "rollback.checks-warned-n", warned));
    }
    long blocked = count(lines, CheckLine.State.BLOCKED);
    if (blocked > 0) {
      parts.add(
          tools.words().count("rollback.checks-blocked", "rollback.checks-blocked-n", blocked));
    }
    long unknown = count(lines, CheckLine.State.NOT_CHECKED);
    if (unknown > 0) {
      parts.add(tools.say("rollback.checks-unknown", unknown));
    }
    long pending = count(lines, CheckLine.State.PENDING);
    if (pending > 0) {
      parts.add(tools.say("rollback.checks-pending", pending));
    }
    return tools.say("rollback.checks", String.join(", ", parts));
  }

  private static long count(List<CheckLine> lines, CheckLine.State state) {
    return lines.stream().filter(line -> line.state() == state).count();
  }

  /** How the pods will be replaced. */
  String footnote(RollbackPlan plan) {
    JsonObject spec = plan.live().spec();
    var type =
        spec.text("strategy", "type").or(() -> spec.text("updateStrategy", "type")).orElse("");
    return switch (type) {
      case "Recreate" -> tools.say("rollback.foot-recreate");
      case "OnDelete" -> tools.say("rollback.foot-on-delete");
      default -> tools.say("rollback.foot-rolling");
    };
  }
}
