package dev.faultline.cli.text;

import java.util.ArrayList;
import java.util.List;

/** A table with columns as wide as their widest cell, two spaces apart. */
public final class TextTable {

  private final Terminal terminal;
  private final List<String> heads;
  private final List<List<Cell>> rows = new ArrayList<>();

  /** One cell's text and meaning. */
  public record Cell(String text, Style style) {
    public static Cell of(String text) {
      return new Cell(text, Style.PLAIN);
    }
  }

  public TextTable(Terminal terminal, List<String> heads) {
    this.terminal = terminal;
    this.heads = List.copyOf(heads);
  }

  public void row(Cell... cells) {
    row(List.of(cells));
  }

  public void row(List<Cell> cells) {
    rows.add(
        cells.stream().map(cell -> new Cell(Plain.oneLine(cell.text()), cell.style())).toList());
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** Writes head and rows; a table without rows writes nothing. */
  public void print() {
    if (rows.isEmpty()) {
      return;
    }
    int[] widths = new int[heads.size()];
    for (int column = 0; column < widths.length; column++) {
      int at = column;
      int widest = rows.stream().mapToInt(row -> length(row.get(at).text())).max().orElse(0);
      widths[column] = Math.max(widest, length(heads.get(column)));
    }
    print(heads.stream().map(head -> new Cell(head, Style.MUTED)).toList(), widths);
    rows.forEach(row -> print(row, widths));
  }

  private void print(List<Cell> cells, int[] widths) {
    var line = new StringBuilder();
    for (int column = 0; column < widths.length; column++) {
      Cell cell = cells.get(column);
      line.append(terminal.styled(cell.style(), cell.text()));
      if (column < widths.length - 1) {
        line.repeat(' ', widths[column] - length(cell.text()) + 2);
      }
    }
    terminal.line(line.toString().stripTrailing());
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }
}
