package dev.faultline.model.json;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What of a long text is worth a tree: by the names of members, level by level. All else is read
 * over, which takes a fraction of the time. Arrays don't count as a level.
 */
public final class Pruning {

  /** Everything is kept. */
  public static final Pruning NONE = new Pruning(Map.of(), true);

  private static final Pruning DROPPED = new Pruning(Map.of(), false);

  private final Map<String, Pruning> named;
  private final boolean othersKept;

  private Pruning(Map<String, Pruning> named, boolean othersKept) {
    this.named = Map.copyOf(named);
    this.othersKept = othersKept;
  }

  /** Only these members are kept, each whole. */
  public static Pruning only(String... names) {
    var kept = new HashMap<String, Pruning>();
    Set.of(names).forEach(name -> kept.put(name, NONE));
    return new Pruning(kept, false);
  }

  /** All members are kept but these. */
  public static Pruning without(String... names) {
    var dropped = new HashMap<String, Pruning>();
    Set.of(names).forEach(name -> dropped.put(name, DROPPED));
    return new Pruning(dropped, true);
  }

  /** The same, but for one more member, which is kept as far as the other says. */
  public Pruning with(String name, Pruning below) {
    var more = new HashMap<>(named);
    more.put(name, below);
    return new Pruning(more, othersKept);
  }

  /** What of a member is kept. */
  Pruning at(String name) {
    return named.isEmpty() ? rest() : named.getOrDefault(name, rest());
  }

  boolean isDropped() {
    return this == DROPPED;
  }

  private Pruning rest() {
    return othersKept ? NONE : DROPPED;
  }
}
