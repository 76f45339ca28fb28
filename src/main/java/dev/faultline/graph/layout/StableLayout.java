package dev.faultline.graph.layout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the map where it is. The same structure gets the same places; where nodes came or went, the
 * others stay and the new ones are put beside their neighbours, as long as they are few. A view (a
 * choice of what is shown) has places of its own.
 */
public final class StableLayout {

  private static final int REMEMBERED = 16;

  private final MapLayout layout;
  private final Map<Object, Placed> placed =
      new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Object, Placed> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Placed(MapStructure structure, Placement placement) {}

  public StableLayout(MapLayout layout) {
    this.layout = layout;
  }

  /**
   * Finds the places.
   *
   * @param view what was chosen to be shown: an immutable value
   */
  public Placement place(Object view, MapStructure structure) throws InterruptedException {
    var before = remembered(view);
    if (before.filter(old -> old.structure().equals(structure)).isPresent()) {
      return before.get().placement();
    }
    var kept =
        before.flatMap(
            old -> new Insertion(old.structure(), old.placement(), structure).placement());
    var placement = kept.isPresent() ? kept.get() : layout.place(structure);
    remember(view, new Placed(structure, placement));
    return placement;
  }

  /** Lays out anew, wherever things were. */
  public Placement tidy(Object view, MapStructure structure) throws InterruptedException {
    var placement = layout.place(structure);
    remember(view, new Placed(structure, placement));
    return placement;
  }

  private synchronized Optional<Placed> remembered(Object view) {
    return Optional.ofNullable(placed.get(view));
  }

  private synchronized void remember(Object view, Placed places) {
    placed.put(view, places);
  }
}
