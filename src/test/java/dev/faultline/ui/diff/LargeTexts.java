package dev.faultline.ui.diff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** ConfigMaps of 50,000 lines, to see whether the screen holds. */
final class LargeTexts {

  static final int LINES = 50_000;

  private LargeTexts() {}

  static List<String> base() {
    return lines(i -> "line " + i + " of the configuration with value v" + i * 7919 % 1000);
  }

  /** Every hundredth line is another. */
  static List<String> with500Changes() {
    return lines(
        i ->
            "line "
                + i
                + " of the configuration with value "
                + (i % 100 == 50 ? "w" : "v")
                + i * 7919 % 1000);
  }

  /** The last 20,000 lines came to the front. */
  static List<String> moved() {
    var lines = new ArrayList<>(base().subList(30_000, LINES));
    lines.addAll(base().subList(0, 30_000));
    return lines;
  }

  static List<String> allDifferent() {
    return lines(i -> "other " + i * 31 + " quite so " + i);
  }

  private static List<String> lines(IntFunction<String> line) {
    return IntStream.range(0, LINES).mapToObj(line).toList();
  }

  static Path configMap(Path folder, String name, List<String> lines) throws IOException {
    var out = new StringBuilder("apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: large\n");
    out.append("data:\n  notes.txt: |\n");
    lines.forEach(line -> out.append("    ").append(line).append('\n'));
    return Files.writeString(folder.resolve(name + ".yaml"), out);
  }
}
