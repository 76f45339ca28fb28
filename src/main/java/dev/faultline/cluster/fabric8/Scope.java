package dev.faultline.cluster.fabric8;

import java.util.List;

/** Which part of a cluster to look at. */
public sealed interface Scope {

  /** All namespaces. */
  record Everywhere() implements Scope {}

  /** The namespaces that are named; for those who may not list them. */
  record Within(List<String> namespaces) implements Scope {
    public Within {
      namespaces = List.copyOf(namespaces);
      if (namespaces.isEmpty()) {
        throw new IllegalArgumentException("name at least one namespace");
      }
    }
  }

  /** The namespaces named, or everywhere if none is. */
  static Scope of(List<String> namespaces) {
    return namespaces.isEmpty() ? new Everywhere() : new Within(namespaces);
  }

  /** The namespaces to ask about, one by one; an empty name stands for all together. */
  default List<String> asked() {
    return switch (this) {
      case Everywhere _ -> List.of("");
      case Within within -> within.namespaces();
    };
  }
}
