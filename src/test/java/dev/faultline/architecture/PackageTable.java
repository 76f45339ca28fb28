package dev.faultline.architecture;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The table of our own packages: which other packages of ours each of them may use. */
final class PackageTable {
  static final String ROOT = "dev.faultline";

  /**
   * What a command or a screen may draw on; adapters are not among them, they are wired in {@code
   * app}.
   */
  private static final String[] DOMAIN = {
    "model",
    "evidence",
    "catalog",
    "graph",
    "diff",
    "timeline",
    "diagnosis",
    "cluster",
    "rollback",
    "rollback.runs",
    "telemetry",
    "history",
    "incident",
    "workspace"
  };

  private static final String[] SCREENS = {
    "connect", "map", "services", "service", "diff",
    "rollback", "timeline", "incident", "settings", "error"
  };

  /**
   * One row: a package (with what lies below it, unless that has a row of its own) and its uses.
   */
  record Row(String name, List<String> allowed) {
    String packageName() {
      return name.isEmpty() ? ROOT : ROOT + "." + name;
    }

    @Override
    public String toString() {
      return name.isEmpty() ? "Main" : name;
    }
  }

  private final Map<String, Row> rows = new LinkedHashMap<>();

  PackageTable() {
    row("", "app");

    row("text");
    row("model", "text");
    row("settings", "model", "text");
    row("concurrent");

    row("evidence", "model");
    row("catalog", "model", "evidence");
    row("diff", "model");
    row("graph", "model", "evidence", "catalog");
    row("timeline", "model", "diff", "catalog");
    row("diagnosis", "model", "graph", "timeline", "diff", "catalog");

    row("cluster", "model");
    row("cluster.intake", "cluster", "model", "evidence");
    row("cluster.fabric8", "cluster", "cluster.intake", "model", "evidence", "concurrent", "text");
    row("cluster.manifests", "cluster", "cluster.intake", "model", "evidence");
    row("demo", "cluster", "cluster.intake", "model", "evidence");
    row("telemetry", "model", "concurrent");
    row("history", "model", "diff", "cluster", "concurrent");
    row("rollback", "model", "diff", "graph", "cluster", "cluster.intake", "concurrent", "catalog");
    row("incident", "model", "timeline", "diagnosis", "rollback", "catalog");

    row("workspace", "model", "catalog", "graph", "cluster", "telemetry", "concurrent");
    row(
        "rollback.runs",
        "rollback",
        "workspace",
        "model",
        "catalog",
        "graph",
        "cluster",
        "concurrent");

    row("cli", with(DOMAIN, "settings", "text"));

    row("ui.control", "text");
    row("ui.fx", "text", "concurrent");
    row("ui.theme", "text");
    for (String screen : SCREENS) {
      row(
          "ui." + screen,
          with(DOMAIN, "settings", "concurrent", "text", "ui.control", "ui.fx", "ui.theme"));
    }
    row("ui.shell", with(everyRowBelow("ui"), with(DOMAIN, "settings", "concurrent", "text")));

    row("app", rows.keySet().stream().filter(name -> !name.isEmpty()).toArray(String[]::new));
  }

  List<Row> rows() {
    return List.copyOf(rows.values());
  }

  /** The row that speaks for a package: the longest name that it begins with. */
  Optional<Row> rowOf(String packageName) {
    if (packageName.equals(ROOT)) {
      return Optional.ofNullable(rows.get(""));
    }
    return rows.values().stream()
        .filter(row -> !row.name().isEmpty())
        .filter(row -> (packageName + ".").startsWith(row.packageName() + "."))
        .max(Comparator.comparing(row -> row.name().length()));
  }

  private void row(String name, String... allowed) {
    rows.put(name, new Row(name, List.of(allowed)));
  }

  private String[] everyRowBelow(String name) {
    return rows.keySet().stream().filter(row -> row.startsWith(name + ".")).toArray(String[]::new);
  }

  private static String[] with(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }
}
