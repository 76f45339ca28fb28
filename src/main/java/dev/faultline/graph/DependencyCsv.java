package dev.faultline.graph;

import dev.faultline.model.Dependency;
import dev.faultline.model.Evidence;
import dev.faultline.model.Mending;
import dev.faultline.model.traffic.Sighting;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes dependencies as comma-separated values, quoted after RFC 4180. A cell that a spreadsheet
 * would take for a formula gets an apostrophe before it.
 */
public final class DependencyCsv {

  private static final String HEADER = "caller,callee,class,provenance,evidence";
  private static final int MOST_EVIDENCE = 10;
  private static final String FORMULA_STARTS = "=+-@";

  private DependencyCsv() {}

  /** A header and one line an edge, each ended by a line feed. */
  public static String write(List<Dependency> dependencies) {
    var out = new StringBuilder(HEADER).append('\n');
    dependencies.forEach(
        one ->
            out.append(cell(one.caller().path()))
                .append(',')
                .append(cell(one.callee().path()))
                .append(',')
                .append(cell(one.edgeClass().name().toLowerCase(Locale.ROOT)))
                .append(',')
                .append(cell(one.provenance().name().toLowerCase(Locale.ROOT)))
                .append(',')
                .append(cell(evidence(one)))
                .append('\n'));
    return out.toString();
  }

  private static String evidence(Dependency edge) {
    var seen = edge.sightings().stream().map(Sighting::describe);
    var says = edge.evidence().stream().map(Evidence::describe);
    var mended = edge.mending().stream().map(Mending::describe);
    var said = Stream.of(mended, seen, says).flatMap(one -> one).distinct().toList();
    var first = said.stream().limit(MOST_EVIDENCE).collect(Collectors.joining("; "));
    int more = said.size() - MOST_EVIDENCE;
    return more > 0 ? first + "; and " + more + " more" : first;
  }

  private static String cell(String text) {
    var safe = new StringBuilder(text.length() + 2);
    text.codePoints().map(c -> Character.isISOControl(c) ? ' ' : c).forEach(safe::appendCodePoint);
    if (!safe.isEmpty() && FORMULA_STARTS.indexOf(safe.charAt(0)) >= 0) {
      safe.insert(0, '\'');
    }
    var plain = safe.toString();
    return plain.indexOf(',') >= 0 || plain.indexOf('"') >= 0
        ? '"' + plain.replace("\"", "\"\"") + '"'
        : plain;
  }
}
