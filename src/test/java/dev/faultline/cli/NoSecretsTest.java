package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.demo.DemoShop;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The values planted in the demo's Secrets, variables, ConfigMaps and URLs appear nowhere. */
class NoSecretsTest {

  @TempDir private Path folder;

  @Test
  void noVerbPrintsOrWritesAPlantedSecret() throws IOException {
    var seen = new ArrayList<String>();
    try (var shell = new Shell(folder)) {
      for (String service :
          List.of("gateway", "user", "product", "order", "payment", "payment-db", "order-db")) {
        for (List<String> format : List.of(List.of("-o", "text"), List.of("-o", "json"))) {
          seen.add(type(shell, format, "service", service, "--demo"));
          seen.add(type(shell, format, "versions", service, "--demo"));
          seen.add(type(shell, format, "diff", service, "order", "--raw", "--demo"));
        }
      }
      seen.add(type(shell, List.of(), "graph", "--demo", "-o", "json"));
      seen.add(type(shell, List.of(), "graph", "--demo", "-o", "csv"));
      seen.add(
          type(
              shell,
              List.of(),
              "rollback",
              "payment",
              "--to",
              "1.4.2",
              "--reason",
              "password=" + DemoShop.plantedSecrets().getFirst(),
              "--demo",
              "--yes"));
      seen.add(type(shell, List.of(), "journal", "-o", "json"));
    }
    try (var files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        seen.add(Files.readString(file));
      }
    }

    assertThat(DemoShop.plantedSecrets()).isNotEmpty();
    assertThat(seen).hasSizeGreaterThan(40);
    for (String secret : DemoShop.plantedSecrets()) {
      assertThat(seen).noneMatch(text -> text.contains(secret));
    }
  }

  private static String type(Shell shell, List<String> more, String... arguments) {
    var words = new ArrayList<>(List.of(arguments));
    words.addAll(more);
    return shell.type(words.toArray(String[]::new)).all();
  }
}
