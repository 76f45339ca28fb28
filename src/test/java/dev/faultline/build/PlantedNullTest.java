package dev.faultline.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Error Prone and NullAway run in our build: given the build's own arguments, javac refuses what
 * was planted.
 */
class PlantedNullTest {
  private static final Path PLANTED = Path.of("src/test/planted/nulls");

  /** Written by the build before the tests. */
  private static final Path PROCESSOR_PATH = Path.of("target/tools/processor-path");

  private static List<String> complaints = List.of();

  @BeforeAll
  static void compile(@TempDir Path classes) throws Exception {
    assertThat(PROCESSOR_PATH).as("written by: mvn process-test-resources").exists();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "javac").toString());
    command.addAll(CompilerArguments.of(Path.of("pom.xml")));
    command.addAll(List.of("-processorpath", Files.readString(PROCESSOR_PATH)));
    command.addAll(List.of("-classpath", System.getProperty("java.class.path")));
    command.addAll(List.of("-d", classes.toString()));
    try (Stream<Path> files = Files.list(PLANTED)) {
      files.map(Path::toString).forEach(command::add);
    }
    Process javac = new ProcessBuilder(command).redirectErrorStream(true).start();
    complaints = javac.inputReader().readAllLines();
    javac.waitFor();
  }

  @Test
  void aNullThatIsReturnedAsAStringIsRefused() {
    assertThat(about("PlantedNull.java")).contains("error: [NullAway] returning @Nullable");
  }

  @Test
  void aListThatMayHoldNullsIsNotAListOfStrings() {
    assertThat(about("PlantedGenericNull.java")).contains("error: [NullAway] incompatible types");
  }

  @Test
  void anExceptionThatIsNeverThrownIsRefused() {
    assertThat(about("PlantedBug.java")).contains("error: [DeadException]");
  }

  @Test
  void aClassWithoutAFlawIsAccepted() {
    assertThat(about("Flawless.java")).isEmpty();
  }

  private static String about(String file) {
    return String.join("\n", complaints.stream().filter(line -> line.contains(file)).toList());
  }
}
