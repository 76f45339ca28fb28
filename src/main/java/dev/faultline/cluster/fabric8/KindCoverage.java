package dev.faultline.cluster.fabric8;

import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.StateChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * How far a kind is known, put together from the namespaces it is read in: it is known as well as
 * in the worst of them.
 */
final class KindCoverage {

  private final Kind kind;
  private final Optional<String> forbidden;
  private final Consumer<StateChange> feed;
  private final Map<String, Coverage> parts = new TreeMap<>();
  private Optional<Coverage> last = Optional.empty();

  /**
   * @param forbidden why some of what was asked for is not read at all
   */
  KindCoverage(
      Kind kind, List<String> namespaces, Optional<String> forbidden, Consumer<StateChange> feed) {
    this.kind = kind;
    this.forbidden = forbidden;
    this.feed = feed;
    namespaces.forEach(namespace -> parts.put(namespace, new Coverage.Loading()));
    tell();
  }

  synchronized void set(String namespace, Coverage coverage) {
    parts.put(namespace, coverage);
    tell();
  }

  /** Unknown news since a moment; the first moment stands until the kind is live again. */
  synchronized void stale(String namespace, Instant since, String reason) {
    var start = parts.get(namespace) instanceof Coverage.Stale before ? before.since() : since;
    set(namespace, new Coverage.Stale(start, reason));
  }

  private synchronized void tell() {
    var now = worst();
    if (!last.equals(Optional.of(now))) {
      last = Optional.of(now);
      feed.accept(new StateChange.Covered(kind, now));
    }
  }

  private Coverage worst() {
    if (forbidden.isPresent()) {
      return new Coverage.Forbidden(forbidden.get());
    }
    return parts.values().stream()
        .min(Comparator.comparingInt(KindCoverage::rank).thenComparing(KindCoverage::olderFirst))
        .orElse(new Coverage.NotServed());
  }

  private static int rank(Coverage coverage) {
    return switch (coverage) {
      case Coverage.Forbidden _ -> 0;
      case Coverage.Stale _ -> 1;
      case Coverage.Loading _ -> 2;
      case Coverage.Live _ -> 3;
      case Coverage.NotServed _ -> 4;
    };
  }

  private static int olderFirst(Coverage a, Coverage b) {
    return a instanceof Coverage.Stale left && b instanceof Coverage.Stale right
        ? left.since().compareTo(right.since())
        : 0;
  }
}
