package dev.faultline.rollback.check;

import dev.faultline.cluster.Reading;
import dev.faultline.cluster.intake.TemplateReader;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.Reference;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.plan.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Is everything there that the target's pods cannot start without? Read at the server, now. */
record ReferencesCheck() implements Check {

  /** More than anybody's pod names; a hostile template must not make us read for ever. */
  private static final int MOST_OBJECTS = 200;

  @Override
  public String name() {
    return "references";
  }

  private record Target(Kind kind, String name) {}

  /** What was found, sorted by how bad it is. */
  private static final class Findings {
    private final List<String> missing = new ArrayList<>();
    private final List<String> doubtful = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();
    private int present;
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var template =
        switch (context.plan().strategy()) {
          case Strategy.RestoreTemplate restore -> restore.template();
        };
    var readings = new LinkedHashMap<Target, Reading>();
    var findings = new Findings();
    for (Reference reference : needs(template)) {
      var target = new Target(reference.target(), reference.name());
      if (!readings.containsKey(target) && readings.size() >= MOST_OBJECTS) {
        findings.unread.add(
            "%s: more than %d objects are named, the rest was not read."
                .formatted(describe(reference), MOST_OBJECTS));
        break;
      }
      var reading =
          readings.computeIfAbsent(
              target,
              t ->
                  context
                      .actions()
                      .read(context.plan().service().ref().sibling(t.kind(), t.name())));
      judge(reference, reading, findings);
    }
    return outcome(findings);
  }

  private static List<Reference> needs(JsonObject template) {
    return TemplateReader.references(template.object("spec")).stream()
        .filter(reference -> reference.use() != Reference.Use.FILE)
        .map(Reference::withoutVariable)
        .distinct()
        .toList();
  }

  private static void judge(Reference reference, Reading reading, Findings findings) {
    switch (reading) {
      case Reading.Found found when reference.key().isEmpty() -> findings.present++;
      case Reading.Found found when hasKey(found.manifest(), reference.key().get()) ->
          findings.present++;
      case Reading.Found found when !showsKeys(found.manifest()) ->
          findings.unread.add(describe(reference) + ": its keys may not be read.");
      case Reading.Found _ ->
          missing(
              reference,
              "%s has no key %s".formatted(describe(reference), reference.key().get()),
              findings);
      case Reading.Absent _ -> missing(reference, describe(reference) + " is not there", findings);
      case Reading.Forbidden forbidden ->
          findings.unread.add(describe(reference) + " may not be read: " + forbidden.reason());
      case Reading.Failed failed ->
          findings.unread.add(describe(reference) + " could not be read: " + failed.reason());
    }
  }

  private static void missing(Reference reference, String what, Findings findings) {
    if (reference.use() == Reference.Use.IMAGE_PULL) {
      findings.doubtful.add(what + ": a private image can't be pulled without it.");
    } else if (reference.optional()) {
      findings.doubtful.add(what + "; it is optional, so pods start without it.");
    } else {
      findings.missing.add(what + ": put it back first, or choose another version.");
    }
  }

  /** A Secret of which only metadata may be read has no data at all; that is not an empty one. */
  private static boolean showsKeys(Manifest manifest) {
    return !manifest.kind().equals(Kind.SECRET) || manifest.tree().find("data").isPresent();
  }

  private static boolean hasKey(Manifest manifest, String key) {
    return manifest.tree().find("data", key).isPresent()
        || manifest.tree().find("binaryData", key).isPresent();
  }

  private static String describe(Reference reference) {
    return reference.target().name() + " " + reference.name();
  }

  private static CheckOutcome outcome(Findings findings) {
    var evidence = new ArrayList<>(findings.missing);
    evidence.addAll(findings.doubtful);
    evidence.addAll(findings.unread);
    if (!findings.missing.isEmpty()) {
      return new CheckOutcome.Blocked(evidence);
    }
    if (!findings.doubtful.isEmpty()) {
      return new CheckOutcome.Warned(evidence);
    }
    if (!findings.unread.isEmpty()) {
      return new CheckOutcome.NotChecked(evidence);
    }
    return CheckOutcome.passed(
        findings.present == 0
            ? "It names nothing that could be missing."
            : "All %d objects and keys it names are there.".formatted(findings.present));
  }
}
