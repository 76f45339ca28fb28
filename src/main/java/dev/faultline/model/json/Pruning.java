package dev.faultline.model.json;

import java.util.Set;

/**
 * What of a long text is not worth a tree: anywhere below a member of one name, only members of
 * certain names are kept. All else is read over.
 */
public record Pruning(String below, Set<String> kept) {

  /** Everything is kept. */
  public static final Pruning NONE = new Pruning("", Set.of());

  public Pruning {
    kept = Set.copyOf(kept);
  }

  boolean beginsAt(String name) {
    return !kept.isEmpty() && name.equals(below);
  }
}
