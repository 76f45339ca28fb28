package dev.faultline.diff;

import java.util.ArrayList;
import java.util.List;

/** Where in a manifest the comparison stands. */
record Place(List<Step> steps) {

  static final Place ROOT = new Place(List.of());

  /**
   * One step down.
   *
   * @param item the name of a list's item, or empty for a member
   */
  record Step(String member, String item) {}

  Place {
    steps = List.copyOf(steps);
  }

  Place member(String name) {
    return plus(new Step(name, ""));
  }

  /** The named item of the list that this place is. */
  Place item(String name) {
    var copy = new ArrayList<>(steps);
    var list = copy.removeLast();
    copy.add(new Step(list.member(), name));
    return new Place(copy);
  }

  private Place plus(Step step) {
    var copy = new ArrayList<>(steps);
    copy.add(step);
    return new Place(copy);
  }

  /** The last member's name; empty at the root. */
  String last() {
    return steps.isEmpty() ? "" : steps.getLast().member();
  }

  /** The member above the last. */
  String parent() {
    return steps.size() < 2 ? "" : steps.get(steps.size() - 2).member();
  }

  boolean has(String member) {
    return steps.stream().anyMatch(step -> step.member().equals(member));
  }

  /** "container payment · env DB_POOL". */
  String words() {
    return PlaceWords.of(this);
  }
}
