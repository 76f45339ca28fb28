package dev.faultline.catalog;

import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Workload;
import java.util.List;
import java.util.stream.Stream;

/** The numbers that the cluster gives to revisions; it renumbers one when it is taken back to. */
final class RevisionNumbers {

  private static final String HISTORY = "deployment.kubernetes.io/revision-history";

  private RevisionNumbers() {}

  /** The number now; 0 if it never had one. */
  static long of(Workload holder) {
    return holder.revisionNumber() > 0
        ? holder.revisionNumber()
        : former(holder.meta()).stream().mapToLong(Long::longValue).max().orElse(0);
  }

  /** The numbers it had before. */
  static List<Long> former(ObjectMeta holder) {
    return Stream.of(holder.annotations().getOrDefault(HISTORY, "").split(",", -1))
        .map(String::strip)
        .filter(number -> number.matches("[0-9]{1,18}"))
        .map(Long::valueOf)
        .toList();
  }
}
