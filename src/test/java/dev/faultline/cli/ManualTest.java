package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, man page and completion are written from the verbs themselves. */
class ManualTest {

  private static final Set<String> NO_VERBS =
      Set.of("name", "synopsis", "description", "environment");

  @TempDir private Path folder;

  @Test
  void theManPageHasASectionForEveryVerb() {
    try (var shell = new Shell(folder)) {
      var page = shell.type("manual").out();

      assertThat(page).startsWith(".TH FAULTLINE 1");
      assertThat(page.lines())
          .contains(
              ".SH CONTEXTS",
              ".SH SERVICES",
              ".SH SERVICE",
              ".SH GRAPH",
              ".SH VERSIONS",
              ".SH DIFF",
              ".SH ROLLBACK",
              ".SH UNDO",
              ".SH JOURNAL");
      assertThat(page).contains("\\-\\-reason TEXT", "wrong usage or no such thing");
    }
  }

  @Test
  void theCompletionKnowsVerbsAndOptions() {
    try (var shell = new Shell(folder)) {
      assertThat(shell.type("completion").out()).contains("rollback", "--manifests", "--confirm");
    }
  }

  @Test
  void everyVerbOfTheManPageHelpsUnderItsOwnName() {
    try (var shell = new Shell(folder)) {
      var verbs =
          shell
              .type("manual")
              .out()
              .lines()
              .filter(line -> line.matches("\\.SH [A-Z]+"))
              .map(line -> line.substring(4).toLowerCase(Locale.ROOT))
              .filter(name -> !NO_VERBS.contains(name))
              .toList();

      assertThat(verbs).hasSizeGreaterThan(8);
      assertThat(verbs)
          .allSatisfy(
              verb ->
                  assertThat(shell.type(verb, "--help").out())
                      .contains("Usage: faultline " + verb + " "));
    }
  }

  @Test
  void helpNamesTheLogFile() {
    try (var shell = new Shell(folder)) {
      assertThat(shell.type("--help").out()).contains("Log file: " + folder.resolve("log"));
    }
  }
}
