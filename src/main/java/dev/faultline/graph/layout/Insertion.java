package dev.faultline.graph.layout;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A layout of few changes, made from the one before. */
final class Insertion {

  private static final int MANY = 12;
  private static final double SHARE = 0.2;
  private static final double GAP = 26;
  private static final double FRAME_BOTTOM = 44;
  private static final int TRIES = 60;

  private final Placement old;
  private final MapStructure structure;
  private final Map<MapSubject, Box> boxes = new HashMap<>();
  private final Map<GroupId, Box> frames = new HashMap<>();
  private final boolean fits;

  Insertion(MapStructure before, Placement old, MapStructure structure) {
    this.old = old;
    this.structure = structure;
    structure
        .nodes()
        .forEach(
            (subject, group) -> {
              var box = old.boxes().get(subject);
              if (box != null && before.groupOf(subject).equals(group)) {
                boxes.put(subject, box);
              }
            });
    int added = structure.nodes().size() - boxes.size();
    int lines = (int) structure.lines().stream().filter(l -> !before.lines().contains(l)).count();
    this.fits =
        added <= MANY
            && added <= Math.max(1, before.nodes().size() * SHARE)
            && lines <= Math.max(6, before.lines().size() * SHARE);
  }

  Optional<Placement> placement() {
    if (!fits) {
      return Optional.empty();
    }
    structure.members().keySet().stream()
        .filter(old.frames()::containsKey)
        .forEach(group -> frames.put(group, Objects.requireNonNull(old.frames().get(group))));
    for (MapSubject subject : structure.nodes().keySet()) {
      if (!boxes.containsKey(subject) && !insert(subject)) {
        return Optional.empty();
      }
    }
    var routes = new HashMap<Line, Route>();
    for (Line line : structure.lines()) {
      routes.put(line, route(line));
    }
    return Optional.of(new Placement(boxes, routes, frames));
  }

  private Route route(Line line) {
    var kept = old.routes().get(line);
    var from = end(line.from());
    var to = end(line.to());
    boolean stands =
        kept != null && kept.start().equals(from.exit()) && kept.end().equals(to.entry());
    return stands ? Objects.requireNonNull(kept) : Route.between(from, to);
  }

  /** The node's box, or the frame that stands for a whole group. */
  private Box end(MapSubject subject) {
    var frame = structure.frameOf(subject).map(frames::get);
    return frame.isPresent() ? frame.get() : Objects.requireNonNull(boxes.get(subject));
  }

  private boolean insert(MapSubject subject) {
    var group = structure.groupOf(subject);
    var wish = wish(subject, group);
    for (int i = 0; i < TRIES; i++) {
      // Below, above, further below: the column that its neighbours suggest stays the same.
      double dy = (i % 2 == 0 ? 1 : -1) * ((i + 1) / 2) * (wish.height() + GAP) / 2;
      var box = wish.moved(0, dy);
      if (isFree(box, group)) {
        boxes.put(subject, box);
        group.ifPresent(id -> frames.merge(id, frameAround(box), Box::around));
        return true;
      }
    }
    return false;
  }

  private boolean isFree(Box box, Optional<GroupId> group) {
    if (boxes.values().stream().anyMatch(box.grown(GAP / 2)::overlaps)) {
      return false;
    }
    var frame =
        group
            .map(
                id ->
                    Optional.ofNullable(frames.get(id))
                        .map(f -> f.around(frameAround(box)))
                        .orElse(frameAround(box)))
            .orElse(box);
    return frames.entrySet().stream()
        .filter(entry -> group.filter(entry.getKey()::equals).isEmpty())
        .noneMatch(entry -> entry.getValue().overlaps(frame));
  }

  private static Box frameAround(Box box) {
    var around = box.grown(GAP);
    return new Box(around.x(), around.y(), around.width(), around.height() + FRAME_BOTTOM - GAP);
  }

  /** Right of who calls it, left of what it calls, else at the lower left of its frame. */
  private Box wish(MapSubject subject, Optional<GroupId> group) {
    var callers =
        structure.lines().stream()
            .filter(line -> line.to().equals(subject))
            .flatMap(line -> Optional.ofNullable(boxes.get(line.from())).stream())
            .toList();
    var callees =
        structure.lines().stream()
            .filter(line -> line.from().equals(subject))
            .flatMap(line -> Optional.ofNullable(boxes.get(line.to())).stream())
            .toList();
    double step = Placement.NODE_WIDTH + 3 * GAP;
    if (!callers.isEmpty()) {
      double x = callers.stream().mapToDouble(Box::x).max().orElse(0) + step;
      return at(subject, x, callers.stream().mapToDouble(Box::y).average().orElse(0));
    }
    if (!callees.isEmpty()) {
      double x = callees.stream().mapToDouble(Box::x).min().orElse(0) - step;
      return at(subject, x, callees.stream().mapToDouble(Box::y).average().orElse(0));
    }
    var frame = group.flatMap(id -> Optional.ofNullable(frames.get(id)));
    var all = Box.around(old.frames().values()).or(() -> Box.around(boxes.values()));
    return frame
        .map(box -> at(subject, box.x() + GAP, box.bottom() - FRAME_BOTTOM - Placement.NODE_HEIGHT))
        .orElseGet(
            () ->
                all.map(box -> at(subject, box.x() + GAP, box.bottom() + 3 * GAP))
                    .orElse(at(subject, 0, 0)));
  }

  private static Box at(MapSubject subject, double x, double y) {
    return new Box(x, y, Placement.NODE_WIDTH, Placement.height(subject));
  }
}
