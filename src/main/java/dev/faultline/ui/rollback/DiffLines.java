package dev.faultline.ui.rollback;

import dev.faultline.cluster.WriteResult;
import dev.faultline.diff.DiffOptions;
import dev.faultline.diff.FieldChange;
import dev.faultline.diff.ManifestDiff;
import dev.faultline.model.Redaction;
import dev.faultline.rollback.plan.ChangeCause;
import dev.faultline.rollback.plan.RollbackPlan;
import dev.faultline.rollback.plan.Strategy;
import dev.faultline.ui.rollback.DiffLine.Kind;
import java.util.ArrayList;
import java.util.List;

/** Turns a plan and the server's answer into lines; pure. */
final class DiffLines {

  private static final String SEPARATOR = " · ";

  private DiffLines() {}

  /** Live state against what the server's dry run answered; without an answer, by the plan. */
  static List<DiffLine> of(RollbackPlan plan, WriteResult dryRun) {
    var diff =
        dryRun instanceof WriteResult.Accepted accepted
            ? ManifestDiff.compare(plan.live(), accepted.answer(), DiffOptions.MEANINGFUL)
            : planned(plan);
    var lines = new ArrayList<DiffLine>();
    var place = "";
    for (FieldChange change : diff.changes()) {
      if (change.path().endsWith("annotation " + ChangeCause.ANNOTATION)
          && !change.path().startsWith("pod ")) {
        continue; // Its text depends on the reason: it is added by whoever knows that.
      }
      int cut = change.path().lastIndexOf(SEPARATOR);
      var group = cut < 0 ? "" : change.path().substring(0, cut);
      if (!group.equals(place) && !group.isEmpty()) {
        lines.add(new DiffLine(Kind.PLACE, group));
      }
      place = group;
      add(
          lines,
          change,
          cut < 0 ? change.path() : change.path().substring(cut + SEPARATOR.length()));
    }
    return List.copyOf(lines);
  }

  /** The change-cause, as it is and as it will be. */
  static List<DiffLine> changeCause(RollbackPlan plan) {
    var lines = new ArrayList<DiffLine>();
    lines.add(new DiffLine(Kind.PLACE, "annotation " + ChangeCause.ANNOTATION));
    var old = plan.live().annotations().get(ChangeCause.ANNOTATION);
    if (old != null) {
      lines.add(new DiffLine(Kind.REMOVED, Redaction.text(old)));
    }
    lines.add(new DiffLine(Kind.ADDED, Redaction.text(plan.changeCause())));
    return lines;
  }

  private static ManifestDiff planned(RollbackPlan plan) {
    return switch (plan.strategy()) {
      case Strategy.RestoreTemplate restore ->
          ManifestDiff.compareTemplates(
              plan.live().podTemplate(), restore.template(), DiffOptions.MEANINGFUL);
    };
  }

  private static void add(List<DiffLine> lines, FieldChange change, String name) {
    switch (change) {
      case FieldChange.Added added -> lines.add(line(Kind.ADDED, name, added.after()));
      case FieldChange.Removed removed -> lines.add(line(Kind.REMOVED, name, removed.before()));
      case FieldChange.Changed changed -> {
        lines.add(line(Kind.REMOVED, name, changed.before()));
        lines.add(line(Kind.ADDED, name, changed.after()));
        if (changed.note().equals(FieldChange.Changed.HIDDEN)) {
          lines.add(new DiffLine(Kind.NOTE, name + " changes; its values are hidden"));
        }
      }
    }
  }

  private static DiffLine line(Kind kind, String name, String value) {
    return new DiffLine(kind, name + ": " + value);
  }
}
