package dev.faultline.graph;

import dev.faultline.cluster.manifests.ManifestFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * How good the graph of a folder is whose true edges are known.
 *
 * <p>The folder holds {@code manifests/}, {@code edges.csv} (caller, callee, scope, visible),
 * {@code nonedges.csv} (caller, callee, verdict) and {@code workloads.csv} (workload, services). An
 * edge is found if it was predicted to the Service or to any workload behind it.
 *
 * @param wrong predicted pairs that are true in no scope, the excusable ones included
 * @param missed true, visible edges that were not predicted
 * @param sprung predicted pairs that {@code nonedges.csv} calls false by name
 */
record GraphScore(
    String name,
    double strictPrecision,
    double lenientPrecision,
    double visibleRecall,
    double recall,
    Set<String> wrong,
    Set<String> missed,
    Set<String> sprung) {

  private static final String EDGES = "edges.csv";
  private static final String LINE =
      "%-20s precision %.3f (lenient %.3f)  recall of what can be seen %.3f (of all %.3f)";

  /** A caller and all names of a callee. */
  private record Pair(String caller, Set<String> callee) {
    boolean overlaps(Pair other) {
      return caller.equals(other.caller) && callee.stream().anyMatch(other.callee::contains);
    }

    boolean isIn(Set<Pair> pairs) {
      return pairs.stream().anyMatch(this::overlaps);
    }

    @Override
    public String toString() {
      return caller + " -> " + String.join("|", new TreeSet<>(callee));
    }
  }

  /**
   * Prints the score of each folder that has true edges beside, and the averages; with {@code --csv
   * DIR} first, the edges go there as well.
   */
  public static void main(String[] arguments) throws IOException {
    var words = List.of(arguments);
    boolean written = words.size() > 2 && words.getFirst().equals("--csv");
    var folders =
        words.stream()
            .skip(written ? 2 : 0)
            .map(Path::of)
            .filter(folder -> Files.exists(folder.resolve(EDGES)))
            .toList();
    var scores = new ArrayList<GraphScore>();
    for (Path folder : folders) {
      var csv = predict(folder);
      if (written) {
        Files.writeString(Path.of(words.get(1)).resolve(folder.getFileName() + ".csv"), csv);
      }
      scores.add(of(folder, csv));
      IO.println(scores.getLast().describe());
    }
    IO.println(
        String.format(
            Locale.ROOT,
            LINE,
            "average of " + scores.size(),
            average(scores, GraphScore::strictPrecision),
            average(scores, GraphScore::lenientPrecision),
            average(scores, GraphScore::visibleRecall),
            average(scores, GraphScore::recall)));
  }

  static double average(List<GraphScore> scores, ToDoubleFunction<GraphScore> figure) {
    return scores.stream().mapToDouble(figure).average().orElse(0);
  }

  static GraphScore of(Path folder) throws IOException {
    return of(folder, predict(folder));
  }

  static GraphScore of(Path folder, String csv) throws IOException {
    var names = names(Table.read(folder.resolve("workloads.csv")));
    var edges = Table.read(folder.resolve(EDGES));
    var other = Table.read(folder.resolve("nonedges.csv"));
    var predicted = pairs(Table.parse(csv), names, row -> true);
    var known = pairs(edges, names, row -> true);
    var app = pairs(edges, names, row -> row.get("scope").equals("app"));
    var visible =
        pairs(
            edges,
            names,
            row -> row.get("scope").equals("app") && !row.get("visible").equals("hidden"));
    var ignored = pairs(other, names, row -> row.get("verdict").equals("ignore"));
    var excusable = pairs(other, names, row -> row.get("verdict").equals("excusable"));

    var traps = pairs(other, names, row -> row.get("verdict").equals("false"));

    var found = app.stream().filter(pair -> pair.isIn(predicted)).collect(Collectors.toSet());
    var missed = visible.stream().filter(pair -> !pair.isIn(predicted)).toList();
    var wrong =
        predicted.stream().filter(pair -> !pair.isIn(known) && !pair.isIn(ignored)).toList();
    var sprung = wrong.stream().filter(pair -> pair.isIn(traps)).toList();
    long excused = wrong.stream().filter(pair -> pair.isIn(excusable)).count();
    return new GraphScore(
        String.valueOf(folder.getFileName()),
        share(found.size(), found.size() + wrong.size()),
        share(found.size(), found.size() + wrong.size() - excused),
        share(visible.size() - missed.size(), visible.size()),
        share(found.size(), app.size()),
        texts(wrong),
        texts(missed),
        texts(sprung));
  }

  String describe() {
    return String.format(
        Locale.ROOT,
        LINE + "%s%s",
        name,
        strictPrecision,
        lenientPrecision,
        visibleRecall,
        recall,
        wrong.isEmpty() ? "" : "\n    wrong: " + wrong,
        missed.isEmpty() ? "" : "\n    missed: " + missed);
  }

  private static String predict(Path folder) throws IOException {
    try (var source = ManifestFolder.read(folder.resolve("manifests"), Clock.systemUTC())) {
      return DependencyCsv.write(DependencyGraph.of(source.state()).drawnAtFirst());
    }
  }

  private static Map<String, Set<String>> names(Table workloads) {
    var names = new HashMap<String, Set<String>>();
    for (var row : workloads.rows()) {
      for (String service : row.getOrDefault("services", "").split(";")) {
        names.computeIfAbsent(service, s -> new HashSet<>()).add(row.get("workload"));
      }
    }
    return names;
  }

  private static Set<Pair> pairs(
      Table table, Map<String, Set<String>> names, Predicate<Map<String, String>> wanted) {
    return table.rows().stream()
        .filter(wanted)
        .map(
            row ->
                new Pair(
                    row.get("caller"),
                    names.getOrDefault(row.get("callee"), Set.of(row.get("callee")))))
        .collect(Collectors.toSet());
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 1 : (double) part / whole;
  }

  private static Set<String> texts(List<Pair> pairs) {
    return pairs.stream().map(Pair::toString).collect(Collectors.toCollection(TreeSet::new));
  }
}
