package dev.faultline.rollback.plan;

import dev.faultline.model.Revision;
import dev.faultline.model.Version;

/**
 * A revision by the names that outlive it.
 *
 * @param id our own identity, the template's content hash
 * @param number the cluster's number at the time, 0 if it has none
 * @param version as people call it; empty where nothing tells
 */
public record RevisionPoint(String id, long number, String version) {

  public static RevisionPoint of(Revision revision) {
    return new RevisionPoint(revision.id(), revision.number(), text(revision.version()));
  }

  /** A version as text; empty where nothing tells it. */
  public static String text(Version version) {
    return version instanceof Version.Unknown ? "" : version.text();
  }

  /** "1.4.2", or "revision 5" where there is no version. */
  public String label() {
    return version.isEmpty() ? byNumber() : version;
  }

  /** The label, with the number where the version alone would not tell the two apart. */
  public String labelBeside(RevisionPoint other) {
    boolean ambiguous = !version.isEmpty() && version.equals(other.version);
    return ambiguous ? version + " (" + byNumber() + ")" : label();
  }

  private String byNumber() {
    return number > 0
        ? "revision " + number
        : "revision " + id.substring(0, Math.min(12, id.length()));
  }
}
