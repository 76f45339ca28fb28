package dev.faultline.catalog.health;

import dev.faultline.model.Pod;
import dev.faultline.model.Redaction;
import dev.faultline.model.Replicas;
import dev.faultline.model.Revision;
import dev.faultline.model.Version;
import java.time.Duration;

/** The words of reasons; what a cluster says is quoted short, without secrets or control signs. */
final class Words {

  private static final int LONGEST_QUOTE = 200;

  private Words() {}

  static String clean(String said) {
    var text = Redaction.text(said).replaceAll("[\\p{Cntrl}\\p{Cf}\\s]+", " ").strip();
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE - 1) + "…";
  }

  /** "2 of 3 pods ready". */
  static String ready(Replicas replicas) {
    return ready(replicas.ready(), replicas.wanted());
  }

  static String ready(int ready, int of) {
    return ready + " of " + of + (of == 1 ? " pod ready" : " pods ready");
  }

  static String count(int number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }

  /** "1.5.0", or "revision 7", or "the new template". */
  static String name(Revision revision) {
    if (!(revision.version() instanceof Version.Unknown)) {
      return clean(revision.version().text());
    }
    return revision.number() > 0 ? "revision " + revision.number() : "the new template";
  }

  /** "4 min ago". */
  static String ago(Duration since) {
    long seconds = Math.max(0, since.toSeconds());
    return seconds < 60 ? seconds + " s ago" : seconds / 60 + " min ago";
  }

  /** "(exit code 137, OOMKilled)"; an exit whose reason says nothing is its code. */
  static String exit(Pod.Exit exit) {
    var reason = clean(exit.reason());
    boolean says = !reason.isEmpty() && !reason.equals("Error") && !reason.equals("Completed");
    return "exit code " + exit.code() + (says ? ", " + reason : "");
  }
}
