package dev.faultline.graph.layout;

import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Provenance;
import dev.faultline.model.Strength;
import java.util.EnumSet;
import java.util.Set;

/**
 * Which arrows are drawn.
 *
 * @param doubtful also those whose evidence is weak
 */
public record EdgeFilter(Set<Provenance> provenances, Set<EdgeClass> classes, boolean doubtful) {

  /** Without telemetry and infrastructure, and without what is merely allowed. */
  public static final EdgeFilter AT_FIRST =
      new EdgeFilter(
          Set.of(Provenance.OBSERVED, Provenance.BOTH, Provenance.DECLARED),
          Set.of(EdgeClass.APPLICATION, EdgeClass.STORE, EdgeClass.MESSAGING, EdgeClass.EXTERNAL),
          false);

  public EdgeFilter {
    provenances = Set.copyOf(provenances);
    classes = Set.copyOf(classes);
  }

  public boolean shows(Dependency dependency) {
    return provenances.contains(dependency.provenance())
        && classes.contains(dependency.edgeClass())
        && (doubtful || dependency.strength() != Strength.WEAK);
  }

  public EdgeFilter with(Provenance provenance, boolean shown) {
    return new EdgeFilter(
        changed(provenances, Provenance.class, provenance, shown), classes, doubtful);
  }

  public EdgeFilter with(EdgeClass edgeClass, boolean shown) {
    return new EdgeFilter(
        provenances, changed(classes, EdgeClass.class, edgeClass, shown), doubtful);
  }

  public EdgeFilter withDoubtful(boolean shown) {
    return new EdgeFilter(provenances, classes, shown);
  }

  private static <E extends Enum<E>> Set<E> changed(
      Set<E> all, Class<E> type, E one, boolean present) {
    var changed = EnumSet.noneOf(type);
    changed.addAll(all);
    if (present) {
      changed.add(one);
    } else {
      changed.remove(one);
    }
    return changed;
  }
}
