package dev.faultline.workspace;

import dev.faultline.model.Kind;
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
          Kind.POD,
          Kind.SERVICE);

  /** With what they are configured by and what depends on them. */
  public static final Set<Kind> GRAPH = plus(SERVICES, Kind.CONFIG_MAP, Kind.NETWORK_POLICY);

  /** With what the cluster said of them lately. */
  public static final Set<Kind> EVERYTHING =
      plus(
          GRAPH, Kind.EVENT, Kind.ENDPOINT_SLICE, Kind.AUTOSCALER, Kind.SCALED_OBJECT, Kind.SECRET);

  private KindSets() {}

  private static Set<Kind> plus(Set<Kind> some, Kind... more) {
    var all = new HashSet<>(some);
    all.addAll(Set.of(more));
    return Set.copyOf(all);
  }
}
