package dev.faultline.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The start script finds a Java that is new enough, from wherever it is called. */
class LauncherTest {
  @TempDir Path folder;

  private Path application;

  @BeforeEach
  void copyTheScriptIntoAFolderWithASpace() throws IOException {
    application = Files.createDirectories(folder.resolve("my tools/faultline"));
    Files.createDirectory(application.resolve("lib"));
    Files.copy(Path.of("src/main/launcher/faultline"), script());
    Files.setPosixFilePermissions(script(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void javaHomeComesFirst() throws Exception {
    Path home = java("home", "26.0.1");
    Path other = java("other", "25.0.3");

    assertThat(run(script(), home, other)).startsWith("home ");
  }

  @Test
  void aJavaHomeThatIsTooOldIsPassedOver() throws Exception {
    Path old = java("old", "17.0.15");
    Path other = java("other", "25");

    assertThat(run(script(), old, other)).startsWith("other ");
  }

  @Test
  void theJavaOfTheBuildIsTheLastResort() throws Exception {
    Files.writeString(application.resolve("lib/jdk"), java("builder", "25.0.3") + "\n");

    assertThat(run(script(), java("old", "1.8.0_402"), java("older", "9"))).startsWith("builder ");
  }

  @Test
  void aJavaWithoutAReleaseFileIsAskedForItsVersion() throws Exception {
    Path home = java("home", "25.0.1");
    Files.delete(home.resolve("release"));

    assertThat(run(script(), home, java("old", "17"))).startsWith("home ");
  }

  @Test
  void withoutAJavaItSaysSoInOneSentence() throws Exception {
    String said = run(script(), java("old", "17.0.15"), java("older", "11.0.2"));

    assertThat(said).startsWith("Faultline needs Java 25 or newer").endsWith("\n(exit 127)");
    assertThat(said.lines()).hasSize(2);
  }

  @Test
  void itsFolderIsFoundThroughSymbolicLinks() throws Exception {
    Path near =
        Files.createSymbolicLink(folder.resolve("my tools/fl"), Path.of("faultline/faultline"));
    Path far = Files.createSymbolicLink(folder.resolve("fl"), near);

    assertThat(run(far, java("home", "25"), folder))
        .contains(" -cp [" + application.toRealPath().resolve("lib/faultline.jar") + "] ");
  }

  @Test
  void argumentsAreHandedOnAsTheyAre() throws Exception {
    assertThat(run(script(), java("home", "25"), folder))
        .contains(" dev.faultline.Main diff [a b] [*] []\n");
  }

  @Test
  void theExitCodeIsThatOfTheCommand() throws Exception {
    assertThat(run(script(), java("home", "25"), folder)).endsWith("(exit 3)");
  }

  private Path script() {
    return application.resolve("faultline");
  }

  /** A folder like a JDK's, whose "java" says its name and its arguments. */
  private Path java(String name, String version) throws IOException {
    Path home = Files.createDirectories(folder.resolve(name));
    Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"%s\"\n".formatted(version));
    Files.writeString(
        java,
        """
        #!/bin/sh
        [ "$1" = -version ] && { echo 'openjdk version "%s" 2026-01-01' >&2; exit; }
        printf '%s'
        for a; do case $a in *" "* | "*" | "") printf ' [%%s]' "$a" ;; *) printf ' %%s' "$a" ;; esac; done
        echo
        exit 3
        """
            .formatted(version, name));
    Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    return home;
  }

  private static String run(Path script, Path javaHome, Path onPath) throws Exception {
    List<String> command = new ArrayList<>(List.of(script.toString(), "diff", "a b", "*", ""));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.directory(Path.of("/").toFile());
    builder.environment().putAll(Map.of("JAVA_HOME", javaHome.toString()));
    builder.environment().put("PATH", onPath.resolve("bin") + ":/usr/bin:/bin");
    Process process = builder.start();
    String output = new String(process.getInputStream().readAllBytes());
    return output + "(exit " + process.waitFor() + ")";
  }
}
