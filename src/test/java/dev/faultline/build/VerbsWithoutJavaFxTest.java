package dev.faultline.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line runs where there is no JavaFX: not one class of it is loaded by a verb. */
class VerbsWithoutJavaFxTest {

  private static final List<String> OF_THE_WINDOW =
      List.of("javafx", "atlantafx", "controlsfx", "ikonli", "flatlaf");

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "services --demo",
        "service payment --demo",
        "versions payment --demo -o json",
        "graph --demo --class all -o dot",
        "impact payment --demo",
        "path gateway payment --demo",
        "diff payment@1 payment@live --demo",
        "rollback payment --to 1.4.2 --demo --dry-run --reason test",
        "journal",
        "contexts",
        "--help"
      })
  void aVerbRuns(String arguments) throws Exception {
    var ran = run(List.of(arguments.split(" ")));

    assertThat(ran.said()).doesNotContain("NoClassDefFoundError", "an error of Faultline itself");
    assertThat(ran.exit()).as(ran.said()).isLessThan(2);
  }

  @Test
  void theWindowDoesNot() throws Exception {
    assertThat(run(List.of()).said()).contains("javafx");
  }

  private record Ran(int exit, String said) {}

  private Ran run(List<String> arguments) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.addAll(List.of("-cp", withoutTheWindow(), "dev.faultline.Main"));
    command.addAll(arguments);
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("DISPLAY", ":0");
    builder.environment().remove("KUBECONFIG");
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ran(process.waitFor(), said);
  }

  /** The class path of the tests, less the tests and the libraries of the window. */
  private static String withoutTheWindow() {
    var parts = System.getProperty("java.class.path").split(File.pathSeparator);
    var left = Arrays.stream(parts).filter(part -> !isOfTheWindow(part)).toList();
    assertThat(left).hasSizeLessThan(parts.length);
    return left.stream().collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOfTheWindow(String part) {
    var name = String.valueOf(Path.of(part).getFileName());
    return Stream.concat(OF_THE_WINDOW.stream(), Stream.of("test-classes"))
        .anyMatch(name::startsWith);
  }
}
