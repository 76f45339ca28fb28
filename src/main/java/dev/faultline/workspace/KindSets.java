package dev.faultline.workspace;

import dev.faultline.model.Kind;
import dev.faultline.model.RoutingKinds;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** The kinds each sort of answer is made from: nothing else is fetched. */
public final class KindSets {

  /** Services with health, versions and pods. */
  public static final Set<Kind> SERVICES =
      Set.of(
          Kind.DEPLOYMENT,
          Kind.STATEFUL_SET,
          Kind.DAEMON_SET,
          Kind.REPLICA_SET,
          Kind.CONTROLLER_REVISION,
          Kind.JOB,
          Kind.CRON_JOB,
          Kind.SCALED_JOB,
          Kind.POD,
          Kind.SERVICE);

  /**
   * With what they are configured by and what depends on them. Read once from a live cluster, the
   * endpoints that somebody wrote down come with it.
   */
  public static final Set<Kind> GRAPH =
      with(plus(SERVICES, Kind.CONFIG_MAP, Kind.NETWORK_POLICY), RoutingKinds.OPTIONAL);

  /** With what the cluster said of them lately. */
  public static final Set<Kind> EVERYTHING =
      plus(
          GRAPH, Kind.EVENT, Kind.ENDPOINT_SLICE, Kind.AUTOSCALER, Kind.SCALED_OBJECT, Kind.SECRET);

  private KindSets() {}

  private static Set<Kind> plus(Set<Kind> some, Kind... more) {
    return with(some, Set.of(more));
  }

  private static Set<Kind> with(Set<Kind> some, Collection<Kind> more) {
    var all = new HashSet<>(some);
    all.addAll(more);
    return Set.copyOf(all);
  }
}
