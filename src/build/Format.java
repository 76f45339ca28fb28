import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Checks or repairs the format of every Java file of the project, in one JVM for all of them.
 *
 * <p>Run by the build on the toolchain's JDK: {@code java Format.java FORMATTER_JAR check|write
 * BASEDIR COMPLAINTS}. What the check finds goes into the file COMPLAINTS, which is there only if
 * there is something to complain of; the build shows it and stops.
 */
public final class Format {
  private Format() {}

  public static void main(String[] args) throws Exception {
    Path jar = Path.of(args[0]);
    boolean write = args[1].equals("write");
    Path base = Path.of(args[2]);
    File complaints = new File(args[3]);

    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-jar", jar.toString()));
    command.addAll(write ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
    command.addAll(sources(base));

    ProcessBuilder formatter = new ProcessBuilder(command).directory(base.toFile()).inheritIO();
    if (write) {
      System.exit(formatter.start().waitFor());
    }
    // The formatter names the files that it would change, one a line, and what it cannot parse.
    formatter.redirectErrorStream(true).redirectOutput(complaints);
    if (formatter.start().waitFor() == 0) {
      Files.delete(complaints.toPath());
    }
  }

  private static List<String> sources(Path base) throws IOException {
    List<String> files = new ArrayList<>();
    for (String root : List.of("src/build", "src/main/java", "src/test/java")) {
      Path folder = base.resolve(root);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> all = Files.walk(folder)) {
          all.filter(file -> file.toString().endsWith(".java"))
              .map(file -> base.relativize(file).toString())
              .sorted()
              .forEach(files::add);
        }
      }
    }
    return files;
  }
}
