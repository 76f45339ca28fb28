package dev.faultline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo incident, found, compared, taken back and undone by command line. */
class IncidentNightTest {

  @TempDir private Path folder;
  private Shell shell;

  @BeforeEach
  void openDemo() {
    shell = new Shell(folder);
  }

  @AfterEach
  void closeDemo() {
    shell.close();
  }

  @Test
  void theWorstServicesStandFirstWithTheirVersionAndWhy() {
    var answer = shell.type("services", "--demo");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out().lines().skip(2).limit(2))
        .anySatisfy(
            line -> assertThat(line).contains("payment", "1.5.0", "failing", "0/2 ", "0 of 2"));
    assertThat(answer.out()).contains(ServiceText.DEMO_MARK);
  }

  @Test
  void servicesAsJsonNameTheirSchema() {
    var json = shell.type("services", "--demo", "-o", "json").json();

    assertThat(json.text("schema")).contains("faultline.services/v1");
    var payment =
        json.objects("clusters")
            .flatMap(cluster -> cluster.objects("services"))
            .filter(service -> service.text("name").filter("payment"::equals).isPresent())
            .findFirst()
            .orElseThrow();
    assertThat(payment.text("health", "status")).contains("failing");
    assertThat(payment.text("version", "text")).contains("1.5.0");
  }

  @Test
  void anotherNamespaceShowsNothingOfTheShop() {
    var answer = shell.type("services", "--demo", "-n", "reporting");

    assertThat(answer.out()).contains("reports").doesNotContain("payment");
  }

  @Test
  void theDifferenceBetweenTheVersionsIsTheImageAndOneVariable() {
    var answer = shell.type("diff", "payment@1.4.2", "shop/payment@live", "--demo", "--no-text");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.out()).contains("tag 1.4.2 → 1.5.0", "env DB_POOL: 0 (added)");
    assertThat(answer.out()).doesNotContain("pod-template-hash", "resourceVersion");
  }

  @Test
  void aVersionComparedWithItselfIsEqual() {
    assertThat(shell.type("diff", "payment", "payment@1.5.0", "--demo").exitCode()).isZero();
  }

  @Test
  void aDiffOfSomethingThatIsNotThereIsTrouble() {
    var answer = shell.type("diff", "payment@9.9.9", "payment", "--demo");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err()).contains("shop/payment has no revision '9.9.9'").hasLineCount(1);
  }

  @Test
  void theCulpritIsTakenBackUndoneAndAllOfItStandsInTheJournal() {
    var back =
        shell.type(
            "rollback", "payment", "--to", "1.4.2", "--reason", "it crashes", "--demo", "--yes");
    assertThat(back.exitCode()).as(back.all()).isZero();
    assertThat(back.out())
        .contains("Verified: payment runs 1.4.2 again", "shop/order, shop/gateway");

    var entry = shell.type("journal", "-o", "json").json().objects("entries").toList().getFirst();
    assertThat(entry.text("result")).contains("verified");
    assertThat(entry.text("reason")).contains("it crashes");

    var undone =
        shell.type("undo", entry.text("id").orElseThrow(), "--demo", "--yes", "--timeout", "3m");
    assertThat(undone.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(undone.out()).contains("Failed:", "DB_POOL must be at least 1");
    assertThat(shell.type("journal").out().lines()).hasSize(3);
    assertThat(shell.type("journal", "--demo").out().lines()).hasSize(3);
    assertThat(shell.type("journal", "--context", "prod-eu").out())
        .contains("Nothing has been taken back");
  }

  @Test
  void withoutAYesNothingIsChanged() {
    var answer =
        shell.typeAndAnswer(
            "n\n", "rollback", "payment", "--to", "1.4.2", "--reason", "why", "--demo");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(answer.err()).contains("not confirmed; nothing was changed");
    var nobody = shell.type("rollback", "payment", "--to", "1.4.2", "--reason", "why", "--demo");
    assertThat(nobody.out()).endsWith("[y/N] \n");
    assertThat(shell.type("services", "--demo").out()).contains("1.5.0");
    assertThat(shell.type("journal").out()).contains("Nothing has been taken back");
  }

  @Test
  void theDemoIsAContextThatAlwaysAnswers() {
    assertThat(shell.type("contexts", "--demo").out()).contains("demo", "reachable", "simulated");
    assertThat(shell.type("contexts", "--demo", "--kubeconfig", "x").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void aDryRunShowsThePlanAndChangesNothing() {
    var answer =
        shell.type(
            "rollback", "payment", "--to", "1.4.2", "--reason", "why", "--demo", "--dry-run");

    assertThat(answer.exitCode()).isZero();
    assertThat(answer.out()).contains("server dry run", "Dry run: nothing was changed.");
    assertThat(shell.type("services", "--demo").out()).contains("1.5.0");
  }

  @Test
  void aProtectedContextWantsTheNameNotOnlyAYes() {
    shell.protectedContext();
    String[] order = {"rollback", "payment", "--to", "1.4.2", "--reason", "why", "--demo", "--yes"};

    var refused = shell.type(order);
    assertThat(refused.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(refused.err()).contains("--confirm payment", "nothing was changed");

    var wrong =
        shell.typeAndAnswer(
            "order\n", "rollback", "payment", "--to", "1.4.2", "--reason", "why", "--demo");
    assertThat(wrong.exitCode()).isEqualTo(ExitCode.FAILED);

    var right =
        shell.typeAndAnswer(
            "payment\n", "rollback", "payment", "--to", "1.4.2", "--reason", "why", "--demo");
    assertThat(right.exitCode()).as(right.all()).isZero();
  }

  @Test
  void wrongUsageIsOneSentence() {
    var answer = shell.type("rollback", "payment", "--demo");

    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err()).contains("--reason").hasLineCount(1);
  }

  @Test
  void aWatchThatWouldEndBeforeAnythingHasSettledIsWrongUsage() {
    var late = shell.type(rollback("--settle", "5m", "--timeout", "5m"));
    assertThat(late.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(late.err())
        .isEqualTo(
            "faultline: --settle must be shorter than --timeout, or nothing could be verified in"
                + " time.\n");

    var endless = shell.type(rollback("--timeout", "100h"));
    assertThat(endless.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(endless.err()).contains("'100h' is not between 0 and a day");
    assertThat(shell.type("journal").out()).contains("Nothing has been taken back");
  }

  private static String[] rollback(String... more) {
    var words =
        List.of("rollback", "payment", "--to", "1.4.2", "--reason", "why", "--demo", "--yes");
    return Stream.concat(words.stream(), Stream.of(more)).toArray(String[]::new);
  }

  @Test
  void sourcesThatExcludeEachOtherAreRefused() {
    var answer = shell.type("services", "--demo", "--manifests", folder.toString());

    assertThat(answer.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(answer.err()).contains("exclude each other");
  }

  @Test
  void theGraphKnowsWhoNeedsPaymentAndWhy() {
    var csv = shell.type("graph", "--demo", "-o", "csv").out();

    assertThat(csv.lines().findFirst()).contains("caller,callee,class,provenance,evidence");
    assertThat(csv).contains("shop/order,shop/payment,application,declared,");
    assertThat(csv).contains("shop/payment,shop/payment-db,store,declared,");
  }

  @Test
  void otherClassesAndWeakerEdgesAreShownToWhoAsks() {
    var atFirst = shell.type("graph", "--demo", "-o", "csv").out();
    var all =
        shell.type("graph", "--demo", "--class", "all", "--min-strength", "weak", "-o", "csv");
    var stores = shell.type("graph", "--demo", "--class", "store", "-o", "csv").out();

    assertThat(all.out().lines().toList()).containsAll(atFirst.lines().toList());
    assertThat(stores.lines().skip(1)).isNotEmpty().allMatch(line -> line.contains(",store,"));
    assertThat(shell.type("graph", "--demo", "-o", "mermaid").out()).startsWith("flowchart LR");
    assertThat(shell.type("graph", "--demo", "--class", "stor").exitCode())
        .isEqualTo(ExitCode.USAGE);
  }

  @Test
  void whoIsHurtIsToldWithHowFarAwayTheyAre() {
    var hurt = shell.type("impact", "payment", "--demo", "-o", "json").json();

    assertThat(hurt.objects("dependents").map(one -> one.text("service", "name").orElse("")))
        .containsExactly("order", "gateway");
    assertThat(hurt.objects("dependents").map(one -> one.number("callsAway").orElse(0L)))
        .containsExactly(1L, 2L);
    assertThat(shell.type("impact", "payment", "--depth", "1", "--demo").out())
        .contains("shop/order")
        .doesNotContain("shop/gateway");
    assertThat(shell.type("impact", "gateway", "--demo").out()).contains("Nobody is known to need");
  }

  @Test
  void theWayFromOneToAnotherIsShownOrThatThereIsNone() {
    assertThat(shell.type("path", "gateway", "payment", "--demo").out())
        .contains("ORDER_URL", "PAYMENT_URL");

    var none = shell.type("path", "payment", "gateway", "--demo");
    assertThat(none.exitCode()).isEqualTo(ExitCode.FAILED);
    assertThat(none.out()).contains("does not depend on");
  }

  @Test
  void theServicePageNamesTheCrashAndWhoNeedsIt() {
    var page = shell.type("service", "payment", "--demo").out();

    assertThat(page).contains("CrashLoopBackOff", "Needed by", "shop/order", "1.4.2");
  }
}
