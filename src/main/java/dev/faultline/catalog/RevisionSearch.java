package dev.faultline.catalog;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.model.Version;
import dev.faultline.model.Workload;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Finds the revision of a service that a text means: a number, a version or an identity. */
public final class RevisionSearch {

  private static final int SHORTEST_ID = 4;

  private RevisionSearch() {}

  /** What was found. */
  public sealed interface Answer {

    /** The one. */
    record One(Revision revision) implements Answer {}

    /** More than one; each is told apart by its number or identity. */
    record Several(List<Revision> candidates) implements Answer {
      public Several {
        candidates = List.copyOf(candidates);
      }
    }

    /** None. */
    record None() implements Answer {}
  }

  /**
   * Looks for {@code #3} or {@code 3} (also a number that the revision had before it was
   * renumbered), {@code 1.4.2} or {@code v1.4.2}, or the first digits of an identity, in this
   * order: the first reading that fits any revision counts. {@code @live} and {@code current} mean
   * the current one.
   */
  public static Answer find(ClusterState state, Service service, String text) {
    var wanted = text.strip();
    var number = wanted.startsWith("#") ? wanted.substring(1) : wanted;
    List<Predicate<Revision>> readings =
        List.of(
            revision -> revision.current() && isLive(wanted),
            revision -> revision.number() > 0 && Long.toString(revision.number()).equals(number),
            revision -> !wanted.startsWith("#") && isVersion(revision.version(), wanted),
            revision -> formerNumbers(state, revision).contains(number),
            revision -> isIdentity(revision, wanted));
    return readings.stream()
        .map(reading -> service.revisions().stream().filter(reading).toList())
        .filter(found -> !found.isEmpty())
        .findFirst()
        .map(RevisionSearch::answer)
        .orElseGet(Answer.None::new);
  }

  private static Answer answer(List<Revision> found) {
    return found.size() == 1 ? new Answer.One(found.getFirst()) : new Answer.Several(found);
  }

  private static boolean isLive(String text) {
    return text.equals("live") || text.equals("@live") || text.equals("current");
  }

  private static boolean isVersion(Version version, String text) {
    return !(version instanceof Version.Unknown) && withoutV(version.text()).equals(withoutV(text));
  }

  private static String withoutV(String text) {
    boolean marked = text.length() > 1 && text.startsWith("v") && Character.isDigit(text.charAt(1));
    return marked ? text.substring(1) : text;
  }

  private static List<String> formerNumbers(ClusterState state, Revision revision) {
    return state
        .find(revision.heldBy(), Workload.class)
        .map(holder -> RevisionNumbers.former(holder.meta()).stream().map(String::valueOf).toList())
        .orElse(List.of());
  }

  private static boolean isIdentity(Revision revision, String text) {
    return text.length() >= SHORTEST_ID && revision.id().startsWith(text.toLowerCase(Locale.ROOT));
  }
}
