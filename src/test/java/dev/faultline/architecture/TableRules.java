package dev.faultline.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.faultline.architecture.PackageTable.Row;

/** Turns the table of packages into rules, one a row. */
final class TableRules {
  private final PackageTable table;

  TableRules(PackageTable table) {
    this.table = table;
  }

  ArchRule keeps(Row row) {
    return classes()
        .that(belongTo(row))
        .should(useOnly(row))
        .because(
            "the table of packages lets %s use %s; what is more common than that belongs into one of these"
                .formatted(row, row.allowed().isEmpty() ? "nothing of ours" : row.allowed()));
  }

  /** Without this, a misspelt row would stay pending for ever and guard nothing. */
  ArchRule everyPackageHasARow() {
    return classes()
        .should(
            new ArchCondition<JavaClass>("have a row in the table of packages") {
              @Override
              public void check(JavaClass type, ConditionEvents events) {
                boolean known = table.rowOf(type.getPackageName()).isPresent();
                events.add(
                    new SimpleConditionEvent(
                        type, known, type.getName() + " lies in a package without a row"));
              }
            })
        .because("a package that PackageTable does not know is one that nobody thought about");
  }

  private DescribedPredicate<JavaClass> belongTo(Row row) {
    return DescribedPredicate.describe(
        "belong to " + row,
        type -> table.rowOf(type.getPackageName()).filter(row::equals).isPresent());
  }

  private ArchCondition<JavaClass> useOnly(Row row) {
    return new ArchCondition<>("use only " + row.allowed()) {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        type.getDirectDependenciesFromSelf()
            .forEach(
                dependency ->
                    table
                        .rowOf(dependency.getTargetClass().getPackageName())
                        .filter(used -> !used.equals(row) && !row.allowed().contains(used.name()))
                        .ifPresent(
                            used ->
                                events.add(
                                    SimpleConditionEvent.violated(
                                        dependency, dependency.getDescription()))));
      }
    };
  }
}
