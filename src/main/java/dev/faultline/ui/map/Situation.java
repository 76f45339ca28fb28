package dev.faultline.ui.map;

import dev.faultline.graph.layout.ComparedMap;
import dev.faultline.graph.layout.MapComparison.Side;
import dev.faultline.graph.layout.NodeFilter;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether there is a map to be seen, and if not, why. */
sealed interface Situation {

  /** There are nodes. */
  record Showing() implements Situation {}

  /** No cluster is linked. */
  record NothingLinked() implements Situation {}

  /** The workloads have not been read to their end yet, or the first layout is being made. */
  record Loading() implements Situation {}

  /** Workloads may not be read. */
  record Forbidden(String reason) implements Situation {}

  /** There are none. */
  record NoServices(Set<String> namespaces) implements Situation {}

  /** There are services, but none that a filter lets pass. */
  record FilteredOut(boolean allWell) implements Situation {}

  /** Both sides of a comparison are the same. */
  record NothingDiffers(String left, String right) implements Situation {}

  /** What an empty map means. */
  static Situation ofEmpty(Workspace workspace, MapChoice choice, Optional<ComparedMap> compared) {
    if (workspace.clusters().isEmpty()) {
      return new NothingLinked();
    }
    if (coverage(workspace).anyMatch(Coverage.Loading.class::isInstance)) {
      return new Loading();
    }
    var same = compared.filter(both -> both.counts().isNothing());
    if (same.isPresent() && workspace.clusters().stream().noneMatch(Situation::isUnreadable)) {
      var both = same.get().comparison();
      return new NothingDiffers(both.name(Side.LEFT), both.name(Side.RIGHT));
    }
    if (!choice.nodes().equals(NodeFilter.ALL) && workspace.services().findAny().isPresent()) {
      return new FilteredOut(choice.nodes().hidden().isEmpty());
    }
    return coverage(workspace)
        .filter(Coverage.Forbidden.class::isInstance)
        .map(Coverage.Forbidden.class::cast)
        .findFirst()
        .<Situation>map(forbidden -> new Forbidden(forbidden.reason()))
        .orElseGet(() -> new NoServices(choice.namespaces()));
  }

  /** Whether services may be there that we may not see. */
  static boolean isUnreadable(ClusterPicture cluster) {
    return coverage(cluster).anyMatch(Coverage.Forbidden.class::isInstance);
  }

  private static Stream<Coverage> coverage(Workspace workspace) {
    return workspace.clusters().stream().flatMap(Situation::coverage);
  }

  private static Stream<Coverage> coverage(ClusterPicture cluster) {
    return Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET).map(cluster.state()::coverage);
  }
}
