package dev.faultline.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file has grown so long that nobody reads it to its end. */
class FileSizeTest {
  private static final int LIMIT = 400;
  private static final Set<String> KINDS = Set.of("java", "sh", "css", "go", "sql", "");

  @Test
  void noFileIsLongerThanTheLimit() throws IOException {
    TreeMap<String, Long> tooLong = new TreeMap<>();
    for (String root : List.of("src", ".ci")) {
      if (Files.exists(Path.of(root))) {
        tooLong.putAll(longerThanTheLimit(Path.of(root)));
      }
    }
    assertThat(tooLong).as("files of more than %d lines: split them", LIMIT).isEmpty();
  }

  @Test
  void aLongFileIsFoundWhereverItLies(@TempDir Path folder) throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b"));
    Files.writeString(deep.resolve("Long.java"), "\n".repeat(LIMIT + 1));
    Files.writeString(deep.resolve("launcher"), "\n".repeat(LIMIT + 2));
    Files.writeString(deep.resolve("Short.java"), "\n".repeat(LIMIT));
    Files.writeString(deep.resolve("data.json"), "\n".repeat(LIMIT + 1));

    assertThat(longerThanTheLimit(folder).values()).containsExactlyInAnyOrder(401L, 402L);
  }

  private static TreeMap<String, Long> longerThanTheLimit(Path root) throws IOException {
    TreeMap<String, Long> found = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(FileSizeTest::isCounted).toList()) {
        try (Stream<String> lines = Files.lines(file)) {
          long count = lines.count();
          if (count > LIMIT) {
            found.put(file.toString(), count);
          }
        }
      }
    }
    return found;
  }

  private static boolean isCounted(Path file) {
    // Binaries and working files of real servers lie there, out of git's sight.
    boolean built = file.toString().matches(".*src/test/(cluster|traffic)/(bin|run)/.*");
    return Files.isRegularFile(file) && !built && KINDS.contains(kind(file));
  }

  private static String kind(Path file) {
    String name = file.getFileName().toString();
    return name.contains(".") ? name.substring(name.lastIndexOf('.') + 1) : "";
  }
}
