package dev.faultline.cluster.fabric8;

import dev.faultline.model.Kind;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sets of kinds that are worth reading together: a verb that runs once reads only what it needs.
 */
public final class Kinds {

  /** What services, their health and their versions are made of. */
  public static final Set<Kind> SERVICES =
      Set.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.DAEMON_SET,
          Kind.REPLICA_SET,
          Kind.CONTROLLER_REVISION,
          Kind.JOB,
          Kind.CRON_JOB,
          Kind.POD,
          Kind.SERVICE);

  /** What dependencies are read from, besides. */
  public static final Set<Kind> GRAPH =
      with(SERVICES, Kind.CONFIG_MAP, Kind.ENDPOINT_SLICE, Resources.INGRESS);

  /** What a plan to take a version back looks at. */
  public static final Set<Kind> ROLLBACK =
      with(GRAPH, Kind.AUTOSCALER, Kind.SCALED_OBJECT, Kind.EVENT);

  /** Everything that is watched; of Secrets only metadata, unless their values are asked for. */
  public static final Set<Kind> ALL = with(ROLLBACK, Kind.SECRET, Resources.NETWORK_POLICY);

  private Kinds() {}

  private static Set<Kind> with(Set<Kind> some, Kind... more) {
    var kinds = new TreeSet<>(some);
    kinds.addAll(Set.of(more));
    return Set.copyOf(kinds);
  }
}
