package dev.faultline.cli;

import java.nio.file.Files;
import java.nio.file.Path;

/** One side of a comparison, as the user named it. */
sealed interface DiffSide {

  /** As it was typed. */
  String text();

  /** A service as it stands. */
  record Live(String text, String service) implements DiffSide {}

  /** A revision of a service, by number, version or identity. */
  record AtRevision(String text, String service, String revision) implements DiffSide {}

  /** A file of YAML or JSON. */
  record File(String text, Path path) implements DiffSide {}

  /**
   * {@code ns/name@REVISION}, {@code ns/name@live}, {@code ns/name} (live), or a file that is
   * there.
   */
  static DiffSide parse(String text) {
    int at = text.lastIndexOf('@');
    if (Files.isRegularFile(Path.of(text))) {
      return new File(text, Path.of(text));
    }
    if (at < 0) {
      return looksLikeFile(text) ? missing(text) : new Live(text, text);
    }
    String service = text.substring(0, at);
    String revision = text.substring(at + 1);
    if (service.isEmpty() || revision.isEmpty()) {
      throw CliFailure.noSuchThing(
          "'"
              + text
              + "' names no side to compare: write ns/name@REVISION, ns/name@live or a file.");
    }
    return revision.equals("live")
        ? new Live(text, service)
        : new AtRevision(text, service, revision);
  }

  private static boolean looksLikeFile(String text) {
    return text.endsWith(".yaml") || text.endsWith(".yml") || text.endsWith(".json");
  }

  private static DiffSide missing(String text) {
    throw CliFailure.noSuchThing("there is no file " + text + ".");
  }
}
