package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Help, man page and completion are written from the verbs themselves. */
class ManualTest {

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
  void helpNamesTheLogFile() {
    try (var shell = new Shell(folder)) {
      assertThat(shell.type("--help").out()).contains("Log file: " + folder.resolve("log"));
    }
  }
}
