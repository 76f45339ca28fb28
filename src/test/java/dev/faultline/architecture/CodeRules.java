package dev.faultline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.accessField;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noCodeUnits;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.NullMarked;

/** Rules about what code does, wherever it lies. */
final class CodeRules {
  private static final String ROOT = PackageTable.ROOT;

  private CodeRules() {}

  static List<HouseRule> all() {
    return List.of(
        new HouseRule("null-marked", ROOT, nullMarked()),
        new HouseRule("jackson-in-model", ROOT + ".model", noJacksonInTheModel()),
        new HouseRule("common-pool", ROOT, noCommonPool()),
        new HouseRule("mutable-statics", ROOT, noMutableStatics()),
        new HouseRule("clock", ROOT, timeFromAClock()),
        new HouseRule("standard-streams", ROOT + ".model", noStandardStreams()));
  }

  private static ArchRule nullMarked() {
    return classes()
        .should(
            ArchConditions.be(
                describe(
                    "in a package whose package-info.java says @NullMarked",
                    (JavaClass type) -> type.getPackage().isAnnotatedWith(NullMarked.class))))
        .because("NullAway looks only into packages that are marked");
  }

  private static ArchRule noJacksonInTheModel() {
    DescribedPredicate<JavaClass> jackson =
        resideInAnyPackage("tools.jackson..", "com.fasterxml.jackson..");
    return noCodeUnits()
        .that()
        .arePublic()
        .and()
        .areDeclaredInClassesThat()
        .resideInAPackage(ROOT + ".model..")
        .and()
        .areDeclaredInClassesThat()
        .arePublic()
        .should(
            ArchConditions.have(
                describe(
                    "Jackson in the signature",
                    (JavaCodeUnit unit) ->
                        unit.getAllInvolvedRawTypes().stream().anyMatch(jackson))))
        .because("the tree of the model is our own: a library's is mutable, and of its version");
  }

  private static ArchRule noCommonPool() {
    return noClasses()
        .should(
            Calls.callWhere(
                "it runs on the common pool",
                call ->
                    Calls.is(call, "java.util.concurrent.ForkJoinPool", "commonPool")
                        || (call.getOwner().isAssignableTo(CompletionStage.class)
                            && call.getName().endsWith("Async")
                            && !Calls.takes(call, Executor.class))
                        || Calls.is(call, "java.util.Collection", "parallelStream")
                        || Calls.is(call, "java.util.stream.BaseStream", "parallel")))
        .because("the Kubernetes client may deliver there: one blocking task would stop it");
  }

  private static ArchRule noMutableStatics() {
    return fields()
        .that()
        .areStatic()
        .and(describe("are written by hand", field -> !isMadeByTheCompiler(field)))
        .should()
        .beFinal()
        .andShould(
            ArchConditions.be(
                describe("of an immutable type", (JavaField field) -> !isMutable(field))))
        .because("what everybody shares nobody owns: state is handed over in constructors")
        // To have no statics at all is the best way to keep this rule.
        .allowEmptyShould(true);
  }

  private static boolean isMadeByTheCompiler(JavaField field) {
    return field.getModifiers().contains(JavaModifier.SYNTHETIC);
  }

  /** A private array is let pass: it is how a table of bytes is written. */
  private static boolean isMutable(JavaField field) {
    JavaClass type = field.getRawType();
    if (type.isArray()) {
      return !field.getModifiers().contains(JavaModifier.PRIVATE);
    }
    boolean container = type.isAssignableTo(Collection.class) || type.isAssignableTo(Map.class);
    return (container && !type.isInterface())
        || type.isAssignableTo(Appendable.class)
        || type.getPackageName().equals("java.util.concurrent.atomic");
  }

  private static ArchRule timeFromAClock() {
    return noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".app..")
        .should(
            Calls.callWhere(
                "it asks the machine for the time",
                call ->
                    Calls.is(call, "java.lang.System", "currentTimeMillis")
                        || (Calls.is(call, "java.time.Clock", call.getName())
                            && call.getName().startsWith("system"))
                        || (call.getOwner().getPackageName().startsWith("java.time")
                            && call.getName().equals("now")
                            && !Calls.takes(call, Clock.class))))
        .because("time travel, the demo and the tests hand in a Clock");
  }

  private static ArchRule noStandardStreams() {
    return noClasses()
        .that()
        .resideOutsideOfPackages(ROOT, ROOT + ".app..", ROOT + ".cli..")
        .should(accessField(System.class, "out"))
        .orShould(accessField(System.class, "err"))
        .orShould(
            Calls.callWhere(
                "it prints a stack trace",
                call ->
                    call.getName().equals("printStackTrace")
                        && call.getRawParameterTypes().isEmpty()))
        .because("nobody sees them behind a window, and on the command line they are the answer");
  }
}
