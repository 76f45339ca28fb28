package dev.faultline.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A CSV file with a header, read row by row; a file that is not there has no rows. */
public record Table(List<Map<String, String>> rows) {

  public static Table read(Path file) throws IOException {
    return Files.exists(file) ? parse(Files.readString(file)) : new Table(List.of());
  }

  public static Table parse(String text) {
    var lines = cells(text);
    var rows = new ArrayList<Map<String, String>>();
    for (var line : lines.subList(1, lines.size())) {
      var row = new LinkedHashMap<String, String>();
      for (int i = 0; i < lines.getFirst().size(); i++) {
        row.put(lines.getFirst().get(i), i < line.size() ? line.get(i) : "");
      }
      rows.add(row);
    }
    return new Table(rows);
  }

  private static List<List<String>> cells(String text) {
    var lines = new ArrayList<List<String>>();
    var line = new ArrayList<String>();
    var cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        boolean doubled = quoted && i + 1 < text.length() && text.charAt(i + 1) == '"';
        if (doubled) {
          cell.append('"');
          i++;
        } else {
          quoted = !quoted;
        }
      } else if (c == ',' && !quoted) {
        line.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n' && !quoted) {
        line.add(cell.toString());
        cell.setLength(0);
        lines.add(List.copyOf(line));
        line.clear();
      } else if (c != '\r' || quoted) {
        cell.append(c);
      }
    }
    if (!line.isEmpty() || !cell.isEmpty()) {
      line.add(cell.toString());
      lines.add(List.copyOf(line));
    }
    return lines;
  }
}
