package dev.faultline.graph.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which groups are folded into one node each. What nobody chose follows the size of the map: more
 * than {@link #MANY} nodes can't be read at once.
 *
 * @param chosen the groups that a person folded (true) or opened (false)
 * @param all what a person chose for all others, if anything
 */
public record Folds(Map<GroupId, Boolean> chosen, Optional<Boolean> all) {

  /** So many nodes are shown one by one, and no more. */
  public static final int MANY = 120;

  public static final Folds AUTOMATIC = new Folds(Map.of(), Optional.empty());

  public Folds {
    chosen = Map.copyOf(chosen);
  }

  /** Whether the group is folded on a map of so many nodes and groups. */
  boolean isFolded(GroupId group, int nodes, int groups) {
    return chosen.getOrDefault(group, all.orElse(nodes > MANY && groups > 1));
  }

  public Folds with(GroupId group, boolean folded) {
    var changed = new HashMap<>(chosen);
    changed.put(group, folded);
    return new Folds(changed, all);
  }

  /** The same for all groups, whatever was chosen for one before. */
  public static Folds all(boolean folded) {
    return new Folds(Map.of(), Optional.of(folded));
  }
}
