package dev.faultline.graph;

import dev.faultline.graph.Opener.Manner;
import dev.faultline.graph.Opener.Opened;
import dev.faultline.model.OtherObject;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Routing objects that lead to others of their family: from those that calls come in by, over any
 * number of others.
 */
final class Inclusions {

  private final Map<String, List<OtherObject>> including = new HashMap<>();
  private final Predicate<OtherObject> isEntry;
  private final Function<OtherObject, List<String>> names;

  /**
   * @param isEntry whether calls come in by it
   * @param included names of those that it leads to
   * @param names by which an object is led to
   */
  Inclusions(
      Stream<OtherObject> objects,
      Predicate<OtherObject> isEntry,
      Function<OtherObject, Stream<String>> included,
      Function<OtherObject, List<String>> names) {
    this.isEntry = isEntry;
    this.names = names;
    objects
        .sorted((a, b) -> a.ref().compareTo(b.ref()))
        .forEach(
            object ->
                included
                    .apply(object)
                    .distinct()
                    .forEach(
                        name ->
                            including.computeIfAbsent(name, n -> new ArrayList<>()).add(object)));
  }

  /**
   * Who lets calls in to what this object leads to.
   *
   * @param callers of an object by which calls come in
   * @param unreached the doubt about an object that no such object leads to
   */
  Opened letIn(OtherObject object, Function<OtherObject, List<Runner>> callers, String unreached) {
    var entries = entriesTo(object);
    return new Opened(
        entries.stream().flatMap(entry -> callers.apply(entry).stream()).distinct().toList(),
        Manner.LET_IN,
        List.of(),
        entries.isEmpty() ? Optional.of(unreached) : Optional.empty());
  }

  /** The objects by which calls come in that reach this one; itself, if it is such. */
  private List<OtherObject> entriesTo(OtherObject object) {
    var entries = new ArrayList<OtherObject>();
    var seen = new HashSet<>(List.of(object.ref()));
    var next = new ArrayDeque<>(List.of(object));
    while (!next.isEmpty()) {
      var one = next.remove();
      if (isEntry.test(one)) {
        entries.add(one);
      } else {
        names.apply(one).stream()
            .flatMap(name -> including.getOrDefault(name, List.of()).stream())
            .filter(other -> seen.add(other.ref()))
            .forEach(next::add);
      }
    }
    return entries;
  }
}
