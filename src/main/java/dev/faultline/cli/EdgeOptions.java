package dev.faultline.cli;

import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Strength;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Which edges are shown: those that the map draws at first, or others. */
final class EdgeOptions {

  private static final String ALL = "all";

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      split = ",",
      description =
          "which edges: application, store, messaging, telemetry, infrastructure, external, or all"
              + " (default: the first three).")
  private List<String> classes = new ArrayList<>();

  @Option(
      names = "--min-strength",
      paramLabel = "STRENGTH",
      description = "how sure at the least: weak, firm or strong (default: firm).")
  private String strength = "";

  List<Dependency> of(DependencyGraph graph) {
    if (classes.isEmpty() && strength.isEmpty()) {
      return graph.drawnAtFirst();
    }
    var wanted = classes();
    var least = strength.isEmpty() ? Strength.FIRM : value(Strength.class, strength);
    return graph.dependencies().stream()
        .filter(one -> wanted.contains(one.edgeClass()))
        .filter(one -> one.strength().compareTo(least) >= 0)
        .toList();
  }

  private Set<EdgeClass> classes() {
    if (classes.isEmpty()) {
      return EnumSet.of(EdgeClass.APPLICATION, EdgeClass.STORE, EdgeClass.MESSAGING);
    }
    var wanted = EnumSet.noneOf(EdgeClass.class);
    for (String name : classes) {
      if (name.equalsIgnoreCase(ALL)) {
        return EnumSet.allOf(EdgeClass.class);
      }
      wanted.add(value(EdgeClass.class, name));
    }
    return wanted;
  }

  private static <E extends Enum<E>> E value(Class<E> type, String name) {
    try {
      return Enum.valueOf(type, name.strip().toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      var all =
          EnumSet.allOf(type).stream()
              .map(one -> one.name().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(", "));
      throw CliFailure.noSuchThing("'" + name + "' is none of " + all + ".");
    }
  }
}
