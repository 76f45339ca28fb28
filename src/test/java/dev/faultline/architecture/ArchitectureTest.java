package dev.faultline.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.faultline.architecture.PackageTable.Row;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Our own classes keep the table of packages and the rules of the house.
 *
 * <p>A rule whose package has no class yet is pending: it holds by itself from the first class on,
 * and until then a skipped test names it. {@link RulesCatchTest} shows that each rule can fail.
 */
class ArchitectureTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(PackageTable.ROOT);

  private final PackageTable table = new PackageTable();
  private final TableRules tableRules = new TableRules(table);

  @Test
  void everyPackageHasARowInTheTable() {
    tableRules.everyPackageHasARow().check(OURS);
  }

  @TestFactory
  Stream<DynamicTest> everyPackageUsesOnlyWhatTheTableAllows() {
    return table.rows().stream()
        .filter(this::hasClasses)
        .map(row -> DynamicTest.dynamicTest(row + "", () -> tableRules.keeps(row).check(OURS)));
  }

  @TestFactory
  Stream<DynamicTest> rulesOfTheHouseHold() {
    return rules().stream()
        .filter(ArchitectureTest::hasClasses)
        .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> rule.rule().check(OURS)));
  }

  @Test
  void rulesWithoutAClassToHoldForArePending() {
    List<Object> pending =
        Stream.<Object>concat(
                table.rows().stream().filter(row -> !hasClasses(row)),
                rules().stream().filter(rule -> !hasClasses(rule)))
            .toList();
    Assumptions.assumeTrue(pending.isEmpty(), () -> "no class yet for the rules on " + pending);
  }

  static List<HouseRule> rules() {
    return Stream.concat(LibraryRules.all().stream(), CodeRules.all().stream()).toList();
  }

  private boolean hasClasses(Row row) {
    return OURS.stream()
        .anyMatch(type -> table.rowOf(type.getPackageName()).filter(row::equals).isPresent());
  }

  private static boolean hasClasses(HouseRule rule) {
    return OURS.stream()
        .anyMatch(type -> (type.getPackageName() + ".").startsWith(rule.from() + "."));
  }
}
