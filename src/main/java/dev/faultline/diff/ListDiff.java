package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonArray;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Compares two lists: by the names of their items where they have names, else by content. */
final class ListDiff {

  private final TreeDiff tree;
  private final DiffOptions options;

  ListDiff(TreeDiff tree, DiffOptions options) {
    this.tree = tree;
    this.options = options;
  }

  void compare(Place place, Node before, Node after, JsonArray old, JsonArray now) {
    if (old.equals(now)) {
      return;
    }
    var named = ListKeys.named(place.last(), old, now);
    if (named.isPresent()) {
      byName(place, before, after, named.get());
    } else if (place.last().equals("args") || place.last().equals("command")) {
      arguments(place, before, after, old, now);
    } else {
      byContent(place, before, after, old, now);
    }
  }

  private void byName(Place place, Node before, Node after, ListKeys.Named names) {
    var shown = ListKeys.shown(place.last(), before, after);
    var old = List.copyOf(shown.before().keySet());
    var now = List.copyOf(shown.after().keySet());
    names
        .before()
        .forEach(
            (name, index) ->
                tree.both(
                    place.item(old.get(index)),
                    Optional.of(before.item(index)),
                    Optional.ofNullable(names.after().get(name)).map(after::item)));
    names
        .after()
        .forEach(
            (name, index) -> {
              if (!names.before().containsKey(name)) {
                tree.both(
                    place.item(now.get(index)), Optional.empty(), Optional.of(after.item(index)));
              }
            });
    if (options.raw()) {
      order(place, names, old, now);
    }
  }

  /** The order of what both have; of {@code env} it counts where one entry uses another. */
  private void order(Place place, ListKeys.Named names, List<String> old, List<String> now) {
    var oldOrder = names.before().keySet().stream().filter(names.after()::containsKey).toList();
    var newOrder = names.after().keySet().stream().filter(names.before()::containsKey).toList();
    if (!oldOrder.equals(newOrder)) {
      tree.changed(
          place,
          inOrder(oldOrder, names.before(), old),
          inOrder(newOrder, names.after(), now),
          "order");
    }
  }

  private static String inOrder(
      List<String> order, Map<String, Integer> places, List<String> shown) {
    return order.stream()
        .flatMap(name -> Optional.ofNullable(places.get(name)).map(shown::get).stream())
        .collect(Collectors.joining(", "));
  }

  /** A flag is compared with itself: {@code --pool=10} with {@code --pool=5}. */
  private void arguments(Place place, Node before, Node after, JsonArray old, JsonArray now) {
    var oldFlags = Flags.of(old);
    var newFlags = Flags.of(now);
    if (oldFlags.isEmpty() || newFlags.isEmpty() || !Flags.sameOrder(oldFlags, newFlags)) {
      tree.changed(place, before.words(), after.words(), hiddenIfEqual(before, after));
      return;
    }
    oldFlags.forEach(
        (flag, index) ->
            tree.both(
                place.member(flag),
                Optional.of(before.item(index)),
                Optional.ofNullable(newFlags.get(flag)).map(after::item)));
    newFlags.forEach(
        (flag, index) -> {
          if (!oldFlags.containsKey(flag)) {
            tree.both(place.member(flag), Optional.empty(), Optional.of(after.item(index)));
          }
        });
  }

  private static String hiddenIfEqual(Node before, Node after) {
    return before.words().equals(after.words()) ? FieldChange.Changed.HIDDEN : "";
  }

  /** Equal items are set aside, wherever they stand; the rest is paired in its order. */
  private void byContent(Place place, Node before, Node after, JsonArray old, JsonArray now) {
    var unmatched = new HashMap<Json, Deque<Integer>>();
    for (int i = 0; i < now.items().size(); i++) {
      unmatched.computeIfAbsent(now.items().get(i), any -> new ArrayDeque<>()).add(i);
    }
    var gone = new ArrayList<Integer>();
    for (int i = 0; i < old.items().size(); i++) {
      var same = unmatched.get(old.items().get(i));
      if (same == null || same.isEmpty()) {
        gone.add(i);
      } else {
        same.remove();
      }
    }
    var come = remaining(unmatched);
    if (gone.isEmpty() && come.isEmpty()) {
      if (options.raw()) {
        tree.changed(place, before.words(), after.words(), "order");
      }
      return;
    }
    for (int i = 0; i < Math.max(gone.size(), come.size()); i++) {
      var from = i < gone.size() ? Optional.of(before.item(gone.get(i))) : Optional.<Node>empty();
      var to = i < come.size() ? Optional.of(after.item(come.get(i))) : Optional.<Node>empty();
      int number = (i < come.size() ? come.get(i) : gone.get(i)) + 1;
      tree.both(place.item("#" + number), from, to);
    }
  }

  private static List<Integer> remaining(Map<Json, Deque<Integer>> unmatched) {
    return unmatched.values().stream().flatMap(Deque::stream).sorted().toList();
  }
}
