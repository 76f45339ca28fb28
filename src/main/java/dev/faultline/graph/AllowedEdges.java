package dev.faultline.graph;

import dev.faultline.model.Evidence;
import dev.faultline.model.ResourceRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What others than the caller itself say of its edges: who may reach whom, by caller. */
final class AllowedEdges {

  /** The callee, and the evidence that it may be reached. */
  record Allowed(Runner callee, Evidence evidence) {}

  private final Map<ResourceRef, List<Allowed>> byCaller = new HashMap<>();

  /** A policy lets the caller reach the callee. */
  void add(Runner caller, Runner callee, Evidence evidence) {
    if (!caller.ref().equals(callee.ref())) {
      byCaller
          .computeIfAbsent(caller.ref(), c -> new ArrayList<>())
          .add(new Allowed(callee, evidence));
    }
  }

  List<Allowed> of(Runner caller) {
    return byCaller.getOrDefault(caller.ref(), List.of());
  }
}
