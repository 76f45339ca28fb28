package dev.faultline.rollback.check;

import dev.faultline.cluster.intake.TemplateReader;
import dev.faultline.model.Configuration;
import dev.faultline.model.FieldManager;
import dev.faultline.model.Kind;
import dev.faultline.model.Reference;
import dev.faultline.rollback.plan.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Was configuration changed after the target was released? Kubernetes keeps no versions of it, so
 * the target comes back with what is there now.
 */
record ConfigurationCheck() implements Check {

  /** How long applying the files of one release may take. */
  private static final Duration ONE_RELEASE = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "configuration";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var released = context.plan().target().created();
    if (released.isEmpty()) {
      return CheckOutcome.notChecked("Nothing tells when the target was released.");
    }
    var template =
        switch (context.plan().strategy()) {
          case Strategy.RestoreTemplate restore -> restore.template();
        };
    var changed =
        TemplateReader.references(template.object("spec")).stream()
            .filter(r -> r.target().equals(Kind.CONFIG_MAP) || r.target().equals(Kind.SECRET))
            .map(reference -> find(context, reference))
            .flatMap(Optional::stream)
            .distinct()
            .flatMap(configuration -> changedAfter(configuration, released.get()).stream())
            .toList();
    return changed.isEmpty()
        ? CheckOutcome.passed("No configuration is known to have changed since the target.")
        : new CheckOutcome.Warned(changed);
  }

  private static Optional<Configuration> find(CheckContext context, Reference reference) {
    var ref = context.plan().service().ref().sibling(reference.target(), reference.name());
    return context.state().find(ref, Configuration.class);
  }

  private static List<String> changedAfter(Configuration configuration, Instant released) {
    var arrived = arrivedWith(configuration, released);
    return configuration.meta().managers().stream()
        .filter(manager -> manager.subresource().isEmpty())
        .filter(manager -> manager.time().filter(arrived::isBefore).isPresent())
        .max(Comparator.comparing(manager -> manager.time().orElse(Instant.MIN)))
        .map(manager -> sentence(configuration, manager))
        .stream()
        .toList();
  }

  /**
   * The end of the target's release: what is applied together with a workload, and made first in
   * that moment, often follows it by a second. To be made is no change then; made anew later is.
   */
  private static Instant arrivedWith(Configuration configuration, Instant released) {
    return configuration
        .meta()
        .created()
        .filter(made -> made.isAfter(released))
        .filter(made -> made.isBefore(released.plus(ONE_RELEASE)))
        .orElse(released);
  }

  private static String sentence(Configuration configuration, FieldManager manager) {
    boolean secret = configuration.ref().kind().equals(Kind.SECRET);
    return "%s was changed by %s at %s, after the target was first released; %s."
        .formatted(
            configuration.ref().describe(),
            manager.name(),
            manager.time().map(Instant::toString).orElse("an unknown time"),
            secret ? "Secrets are never restored" : "the rollback does not take that back");
  }
}
