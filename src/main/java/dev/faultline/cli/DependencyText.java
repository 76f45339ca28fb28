package dev.faultline.cli;

import dev.faultline.model.Dependency;
import dev.faultline.model.Evidence;
import dev.faultline.model.Mending;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How an edge reads in text. */
final class DependencyText {

  private static final int MOST = 3;

  private DependencyText() {}

  /** Why the edge is believed; a few reasons, and how many more there are. */
  static String evidence(Dependency edge) {
    var said =
        Stream.concat(
                edge.mending().stream().map(Mending::describe),
                edge.evidence().stream().map(Evidence::describe))
            .distinct()
            .toList();
    String some = said.stream().limit(MOST).collect(Collectors.joining("; "));
    int more = said.size() - MOST;
    return more > 0 ? some + "; and " + more + " more" : some;
  }
}
