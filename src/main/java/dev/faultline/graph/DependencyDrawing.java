package dev.faultline.graph;

import dev.faultline.model.Dependency;
import dev.faultline.model.Provenance;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes dependencies for programs that draw: the dot language of Graphviz, and Mermaid. What is
 * observed is drawn solid, what is declared dashed, what is merely allowed dotted.
 */
public final class DependencyDrawing {

  private DependencyDrawing() {}

  /** A directed graph from left to right. */
  public static String dot(List<Dependency> dependencies) {
    var out = new StringBuilder("digraph dependencies {\n  rankdir=LR;\n  node [shape=box];\n");
    for (Dependency one : dependencies) {
      out.append("  \"")
          .append(quoted(one.caller().path()))
          .append("\" -> \"")
          .append(quoted(one.callee().path()))
          .append("\" [style=")
          .append(style(one.provenance()))
          .append("];\n");
    }
    return out.append("}\n").toString();
  }

  /** A flow chart from left to right. */
  public static String mermaid(List<Dependency> dependencies) {
    var out = new StringBuilder("flowchart LR\n");
    var names = new LinkedHashMap<String, String>();
    for (Dependency one : dependencies) {
      for (String path : List.of(one.caller().path(), one.callee().path())) {
        if (!names.containsKey(path)) {
          names.put(path, "n" + names.size());
          out.append("  ").append(name(names, path));
          out.append("[\"").append(escaped(path)).append("\"]\n");
        }
      }
      out.append("  ")
          .append(name(names, one.caller().path()))
          .append(arrow(one.provenance()))
          .append(name(names, one.callee().path()))
          .append('\n');
    }
    return out.toString();
  }

  private static String name(Map<String, String> names, String path) {
    return names.getOrDefault(path, "");
  }

  private static String style(Provenance provenance) {
    return switch (provenance) {
      case OBSERVED, BOTH -> "solid";
      case DECLARED -> "dashed";
      case ALLOWED -> "dotted";
    };
  }

  private static String arrow(Provenance provenance) {
    return switch (provenance) {
      case OBSERVED, BOTH -> " --> ";
      case DECLARED -> " -.-> ";
      case ALLOWED -> " -. allowed .-> ";
    };
  }

  private static String quoted(String text) {
    return plain(text).replace("\\", "\\\\").replace("\"", "\\\"");
  }

  /** Mermaid writes characters that mean something by their number. */
  private static String escaped(String text) {
    var safe = new StringBuilder();
    plain(text)
        .codePoints()
        .forEach(
            c -> {
              if (c < 128 && (Character.isLetterOrDigit(c) || "/.-_: ".indexOf(c) >= 0)) {
                safe.appendCodePoint(c);
              } else {
                safe.append('#').append(c).append(';');
              }
            });
    return safe.toString();
  }

  private static String plain(String text) {
    var safe = new StringBuilder(text.length());
    text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(safe::appendCodePoint);
    return safe.toString();
  }
}
