package dev.faultline.workspace;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import java.time.Instant;
import java.util.List;

/**
 * How well a cluster is seen: the worst of its kinds speaks for all.
 *
 * @param forbidden kinds that may not be read, sorted
 */
public record LinkHealth(Link link, List<Kind> forbidden) {

  public LinkHealth {
    forbidden = List.copyOf(forbidden);
  }

  /** How the link as a whole stands. */
  public sealed interface Link {

    /** Every change arrives. */
    record Live() implements Link {}

    /** Not everything has been read yet. */
    record Loading(int read, int all) implements Link {}

    /**
     * What is shown is old.
     *
     * @param since the oldest moment that is shown
     */
    record Stale(Instant since, String reason) implements Link {}
  }

  public static LinkHealth of(ClusterState state) {
    var coverage = state.coverage();
    var forbidden =
        coverage.entrySet().stream()
            .filter(entry -> entry.getValue() instanceof Coverage.Forbidden)
            .map(java.util.Map.Entry::getKey)
            .sorted()
            .toList();
    return new LinkHealth(link(List.copyOf(coverage.values())), forbidden);
  }

  private static Link link(List<Coverage> all) {
    var stale =
        all.stream()
            .filter(Coverage.Stale.class::isInstance)
            .map(Coverage.Stale.class::cast)
            .min(java.util.Comparator.comparing(Coverage.Stale::since));
    if (stale.isPresent()) {
      return new Link.Stale(stale.get().since(), stale.get().reason());
    }
    long loading = all.stream().filter(Coverage.Loading.class::isInstance).count();
    return loading > 0
        ? new Link.Loading((int) (all.size() - loading), all.size())
        : new Link.Live();
  }
}
