package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** Hands every change to the controllers that it concerns, until nothing is left to do. */
final class ControlLoop {

  /** Far more than any rollout needs: controllers that answer each other for ever are a bug. */
  private static final int MOST_STEPS = 20_000;

  private final LinkedHashSet<Task> waiting = new LinkedHashSet<>();
  private final Map<Kind, List<Controller>> watchers = new HashMap<>();

  private record Task(Controller controller, ResourceRef ref) {}

  void use(List<Controller> all) {
    for (Controller controller : all) {
      for (Kind kind : controller.watches()) {
        watchers.computeIfAbsent(kind, k -> new ArrayList<>()).add(controller);
      }
    }
  }

  void changed(Change change) {
    for (Controller controller : watchers.getOrDefault(change.kind(), List.of())) {
      controller.affectedBy(change).forEach(ref -> enqueue(controller, ref));
    }
  }

  void enqueue(Controller controller, ResourceRef ref) {
    waiting.add(new Task(controller, ref));
  }

  void settle() {
    for (int step = 0; !waiting.isEmpty(); step++) {
      if (step > MOST_STEPS) {
        throw new IllegalStateException("the simulated controllers do not come to rest");
      }
      var next = waiting.removeFirst();
      next.controller().reconcile(next.ref());
    }
  }
}
