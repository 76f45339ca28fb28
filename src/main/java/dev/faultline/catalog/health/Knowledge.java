package dev.faultline.catalog.health;

import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/** Asks whether enough is known to judge: what is not known must not look healthy. */
final class Knowledge {

  /** An informer that was cut off for less than this is about to come back. */
  private static final Duration TOLERATED = Duration.ofSeconds(60);

  private Knowledge() {}

  /** Why nothing can be said: what was read is no longer, or not yet, to be relied on. */
  static Optional<String> whyUnknown(Patient patient) {
    var ref = patient.meta().ref();
    return Stream.concat(
            Stream.of(ref.kind()), Stream.concat(between(patient).stream(), Stream.of(Kind.POD)))
        .flatMap(kind -> outdated(patient, kind).stream())
        .findFirst();
  }

  private static Optional<String> outdated(Patient patient, Kind kind) {
    return switch (patient.state().coverage(kind)) {
      case Coverage.Stale stale
          when Duration.between(stale.since(), patient.now()).compareTo(TOLERATED) > 0 ->
          Optional.of(
              "what is known of "
                  + plural(kind)
                  + " is from "
                  + stale.since()
                  + ": "
                  + Words.clean(stale.reason()));
      case Coverage.Loading ignored ->
          Optional.of(plural(kind) + " have not been read to their end yet");
      case Coverage.Stale ignored -> Optional.empty();
      case Coverage.Live ignored -> Optional.empty();
      case Coverage.Forbidden ignored -> Optional.empty();
      // Without pods there is no cluster behind this, only files: their status tells nothing.
      case Coverage.NotServed ignored when kind.equals(Kind.POD) && !isSeen(patient, kind) ->
          Optional.of("there are no pods in this source to tell by");
      case Coverage.NotServed ignored -> Optional.empty();
    };
  }

  /** Why nothing can be said of its pods, or of what it makes them through. */
  static Optional<String> whyPodsUnknown(Patient patient) {
    return between(patient)
        .flatMap(kind -> unseen(patient, kind))
        .or(() -> unseen(patient, Kind.POD));
  }

  /** Whether it starts jobs that can't be seen. */
  static boolean hidesJobs(Patient patient) {
    return between(patient)
        .filter(Kind.JOB::equals)
        .flatMap(kind -> unseen(patient, kind))
        .isPresent();
  }

  /** What stands between it and its pods: without that they can't be told to be its own. */
  private static Optional<Kind> between(Patient patient) {
    return switch (patient.meta().ref().kind().name()) {
      case "Deployment" -> Optional.of(Kind.REPLICA_SET);
      case "CronJob", "ScaledJob" -> Optional.of(Kind.JOB);
      default -> Optional.empty();
    };
  }

  /** Coverage speaks for all namespaces: what is there in this one was allowed to be read. */
  private static Optional<String> unseen(Patient patient, Kind kind) {
    return switch (patient.state().coverage(kind)) {
      case Coverage.Forbidden forbidden when !isSeen(patient, kind) ->
          Optional.of(plural(kind) + " can't be read: " + Words.clean(forbidden.reason()));
      case Coverage.Forbidden ignored -> Optional.empty();
      case Coverage.NotServed ignored -> Optional.empty();
      case Coverage.Live ignored -> Optional.empty();
      case Coverage.Loading ignored -> Optional.empty();
      case Coverage.Stale ignored -> Optional.empty();
    };
  }

  private static boolean isSeen(Patient patient, Kind kind) {
    return !patient.state().list(kind, patient.meta().ref().namespace()).isEmpty();
  }

  private static String plural(Kind kind) {
    return kind.name() + "s";
  }
}
