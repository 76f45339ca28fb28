package dev.faultline.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cli.text.TextTable.Cell;
import java.io.BufferedReader;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A pod's message must not repaint the screen, and colour is only where it is welcome. */
class TerminalTest {

  private static final String HOSTILE = "ok\u001b[2J\u001b]0;owned\u0007\u202Eevil";

  private final StringWriter out = new StringWriter();

  private Terminal terminal(boolean colour) {
    var writer = new PrintWriter(out);
    return new Terminal(writer, writer, new BufferedReader(new StringReader("")), colour);
  }

  @Test
  void escapeSequencesOfStrangersBecomeVisible() {
    terminal(false).line(HOSTILE);

    assertThat(out.toString())
        .doesNotContain("\u001b", "\u0007", "\u202E")
        .contains("[2J", "owned");
  }

  @Test
  void alsoWhereColourIsWelcome() {
    terminal(true).line(HOSTILE);

    assertThat(out.toString()).doesNotContain("\u001b[2J", "\u0007", "\u202E");
  }

  @Test
  void colourIsThereOnlyWhereItIsWelcome() {
    assertThat(terminal(true).styled(Style.FAIL, "failing"))
        .isEqualTo("\u001b[31mfailing\u001b[0m");
    assertThat(terminal(false).styled(Style.FAIL, "failing")).isEqualTo("failing");
  }

  @Test
  void ourOwnColoursGetThrough() {
    var terminal = terminal(true);
    terminal.line(terminal.styled(Style.FAIL, "failing"));

    assertThat(out.toString()).contains("\u001b[31mfailing\u001b[0m");
  }

  @Test
  void columnsAreAsWideAsTheirWidestCellAndACellIsOneLine() {
    var table = new TextTable(terminal(false), List.of("A", "LONG HEAD"));
    table.row(Cell.of("x\ny"), Cell.of("1"));
    table.row(Cell.of("longer"), Cell.of("2"));
    table.print();

    assertThat(out.toString().lines())
        .containsExactly("A       LONG HEAD", "x y     1", "longer  2");
  }

  @Test
  void aTableWithoutRowsPrintsNothing() {
    new TextTable(terminal(false), List.of("A")).print();

    assertThat(out.toString()).isEmpty();
  }
}
