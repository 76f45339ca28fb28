package dev.faultline.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** Keeps each library in the one place that may know it, so that it can be replaced there. */
final class LibraryRules {
  private static final String ROOT = PackageTable.ROOT;

  static List<HouseRule> all() {
    return List.of(
        anywhere(
            "fabric8",
            only(in("cluster.fabric8"), "io.fabric8..")
                .because("a cluster is reached through the ports of the package cluster")),
        anywhere(
            "picocli",
            only(in("cli"), "picocli..")
                .because("the domain serves a window as well as a command line")),
        anywhere(
            "jgrapht",
            only(in("graph"), "org.jgrapht..")
                .because("others ask our graph, in our words, and not the library's")),
        anywhere(
            "elk",
            only(in("graph.layout"), "org.eclipse.elk..", "org.eclipse.emf..")
                .because("the layout is behind one interface, and ELK is loaded after the window")),
        anywhere(
            "database",
            only(
                    in("history.jdbc"),
                    "java.sql..",
                    "javax.sql..",
                    "org.jdbi..",
                    "org.flywaydb..",
                    "com.zaxxer..",
                    "org.sqlite..",
                    "org.postgresql..")
                .because("the history is a port, and one adapter knows that it is a database")),
        anywhere(
            "http-client",
            only(in("telemetry.http").or(in("cluster.fabric8")), "java.net.http..")
                .because("credentials, deadlines and bounds of an answer are kept in one place")),
        anywhere(
            "javafx",
            only(in("ui").or(nameMatching(ROOT + "\\.app\\.Window.*")), "javafx..")
                .because("the command line must run where there is no JavaFX")),
        anywhere(
            "window-libraries",
            only(in("ui"), "org.fxmisc..", "org.controlsfx..", "atlantafx..", "org.kordamp..")
                .because("what draws the window is nobody else's business")),
        new HouseRule(
            "view-models",
            ROOT + ".ui",
            classes()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .onlyDependOnClassesThat(
                    not(resideInAPackage("javafx.."))
                        .or(resideInAnyPackage("javafx.beans..", "javafx.collections..")))
                .because("a view model is tested without a window")),
        new HouseRule(
            "run-later",
            ROOT + ".ui",
            noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".ui.fx.FxThread")
                .should(
                    Calls.callWhere(
                        "it enters the FX thread",
                        call -> Calls.is(call, "javafx.application.Platform", "runLater")))
                .because("one door to the FX thread can absorb floods, a hundred cannot")));
  }

  private static HouseRule anywhere(String name, ArchRule rule) {
    return new HouseRule(name, ROOT, rule);
  }

  private static ArchRule only(DescribedPredicate<? super JavaClass> place, String... library) {
    return noClasses().that(not(place)).should().dependOnClassesThat(resideInAnyPackage(library));
  }

  private static DescribedPredicate<JavaClass> in(String name) {
    return resideInAPackage(ROOT + "." + name + "..");
  }

  private LibraryRules() {}
}
