package dev.faultline.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import dev.faultline.architecture.PackageTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule of the architecture catches the class that was planted for it. */
class RulesCatchTest {
  private static final Path PLANTED = PlantedClasses.FOLDER.resolve("architecture");

  private final PackageTable table = new PackageTable();

  private static PlantedClasses planted;

  @BeforeAll
  static void startCompiler(@TempDir Path work) throws IOException {
    planted = new PlantedClasses(work);
  }

  @AfterAll
  static void stopCompiler() throws IOException {
    planted.close();
  }

  @ParameterizedTest
  @MethodSource("dev.faultline.architecture.ArchitectureTest#rules")
  void aRuleCatchesEveryClassThatBreaksItAndNoOther(HouseRule rule) throws IOException {
    JavaClasses classes = planted.of(PLANTED.resolve(rule.name()));

    String report =
        String.join("\n", rule.rule().evaluate(classes).getFailureReport().getDetails());

    assertThat(classes)
        .anyMatch(type -> type.getSimpleName().startsWith("Breaks"))
        .filteredOn(type -> type.getSimpleName().startsWith("Breaks"))
        .allSatisfy(type -> assertThat(report).contains(type.getName()));
    assertThat(classes)
        .filteredOn(type -> type.getSimpleName().startsWith("Keeps"))
        .allSatisfy(type -> assertThat(report).doesNotContain(type.getName()));
  }

  @Test
  void nothingIsPlantedForARuleThatIsNotThere() throws IOException {
    try (Stream<Path> folders = Files.list(PLANTED)) {
      assertThat(folders.map(folder -> folder.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(
              ArchitectureTest.rules().stream().map(HouseRule::name).toList());
    }
  }

  @Test
  void everyUseThatTheTableDoesNotAllowIsCaught() throws IOException {
    List<Row> rows = table.rows();
    Map<String, String> sources = new LinkedHashMap<>();
    for (Row row : rows) {
      StringBuilder body = new StringBuilder();
      for (Row used : rows) {
        body.append("%s.User %s;%n".formatted(used.packageName(), field(used)));
      }
      sources.put(
          row.packageName().replace('.', '/') + "/User.java",
          "package %s; public class User { %s }".formatted(row.packageName(), body));
    }
    JavaClasses classes = planted.of(sources);

    for (Row row : rows) {
      List<String> caught =
          new TableRules(table).keeps(row).evaluate(classes).getFailureReport().getDetails();
      for (Row used : rows) {
        boolean allowed = used.equals(row) || row.allowed().contains(used.name());
        String field = "<%s.User.%s>".formatted(row.packageName(), field(used));
        assertThat(caught.stream().anyMatch(detail -> detail.contains(field)))
            .as("%s uses %s, and that is caught", row, used)
            .isEqualTo(!allowed);
      }
    }
  }

  @Test
  void aPackageWithoutARowIsCaught() throws IOException {
    Map<String, String> sources =
        Map.of("dev/faultline/utils/Utils.java", "package dev.faultline.utils; class Utils {}");

    JavaClasses classes = planted.of(sources);

    assertThat(new TableRules(table).everyPackageHasARow().evaluate(classes).hasViolation())
        .isTrue();
  }

  private static String field(Row used) {
    return "uses_" + used.toString().replace('.', '_');
  }
}
