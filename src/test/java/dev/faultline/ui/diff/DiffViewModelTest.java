package dev.faultline.ui.diff;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.diff.Category;
import dev.faultline.model.Redaction;
import dev.faultline.workspace.ComparedSide;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffViewModelTest {

  @TempDir Path folder;
  private DiffDesk desk;

  @BeforeEach
  void theIncident() {
    desk = new DiffDesk();
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  private Path file(String name, String... lines) throws IOException {
    return Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private DiffState compareFiles(Path before, Path after) {
    return desk.compare(new ComparedSide.InFile(before), new ComparedSide.InFile(after));
  }

  private String shownText() {
    return UnifiedText.of(desk.vm.text().lines());
  }

  @Test
  void theReleaseThatBrokePaymentIsToldByItsImageAndItsPool() {
    var state = desk.compare(desk.at("payment", "1.4.2"), desk.live("payment"));

    assertThat(state).isInstanceOf(DiffState.Shown.class);
    assertThat(desk.vm.title()).isEqualTo("payment");
    assertThat(desk.vm.changes().getFirst())
        .satisfies(
            change -> {
              assertThat(change.category()).isEqualTo(Category.IMAGE);
              assertThat(change.before()).contains("1.4.2");
              assertThat(change.after()).contains("1.5.0");
              assertThat(change.where()).endsWith("/payment");
            });
    assertThat(desk.vm.changes())
        .anySatisfy(
            change -> {
              assertThat(change.field()).isEqualTo("DB_POOL");
              assertThat(change.before()).isEmpty();
              assertThat(change.after()).contains("0");
            });
    assertThat(desk.vm.before().get().name()).isEqualTo("1.4.2");
    assertThat(desk.vm.before().get().detail()).matches("\\w{3} \\d\\d:\\d\\d, 2 d \\d+ h");
    assertThat(desk.vm.after().get().detail()).isEqualTo("now");
  }

  @Test
  void choosingAChangeMarksItsLinesAndStandingInALineChoosesItsChange() {
    desk.compare(desk.at("payment", "1.4.2"), desk.live("payment"));
    int pool = desk.vm.changes().stream().map(ChangeRow::field).toList().indexOf("DB_POOL");

    desk.vm.choose(pool);

    var rows = desk.vm.text().whole().get().rows();
    var marked = desk.vm.text().marked().get();
    assertThat(marked.stream().mapToObj(rows::get).map(TextLines::signed))
        .containsExactly("+        - name: DB_POOL", "+          value: \"0\"");

    int image = desk.vm.text().lineOf(desk.vm.text().whole().get().blocks()[1]);
    desk.vm.at(desk.vm.text().lines().get(image).row());

    assertThat(desk.vm.chosen().get()).isZero();
  }

  @Test
  void theOldReleaseComparedWithWhatStandsOffersTheWayBack() {
    desk.compare(desk.at("payment", "1.4.2"), desk.live("payment"));
    assertThat(desk.vm.takeBack().get()).isPresent();

    desk.vm.openRollback();

    var id = ((ComparedSide.AtRevision) desk.at("payment", "1.4.2")).revision();
    assertThat(desk.went).containsExactly("roll back shop/payment to " + id);
  }

  @Test
  void nothingIsOfferedBackwardsOrBetweenServices() {
    desk.compare(desk.live("payment"), desk.at("payment", "1.4.2"));
    assertThat(desk.vm.takeBack().get()).isEmpty();
    desk.compare(desk.at("payment", "1.4.2"), desk.live("order"));
    assertThat(desk.vm.takeBack().get()).isEmpty();
    desk.compare(desk.at("payment", "1.5.0"), desk.live("payment"));
    assertThat(desk.vm.takeBack().get()).isEmpty();
  }

  @Test
  void whatStandsIsFollowedWhileItIsShown() {
    desk.compare(desk.at("payment", "1.4.2"), desk.live("payment"));
    var payment = desk.service("payment").ref();
    var reading = (dev.faultline.cluster.Reading.Found) desk.demo.actions().read(payment);
    var scaled =
        reading
            .manifest()
            .tree()
            .with(
                dev.faultline.model.json.Json.of(45),
                "spec",
                "template",
                "spec",
                "terminationGracePeriodSeconds");

    desk.demo.apply(new dev.faultline.model.Manifest(scaled), "kubectl-edit");
    desk.clock.advance(Duration.ofSeconds(1));
    DiffDesk.await(
        "the change is seen",
        () -> {
          desk.vm.follow(desk.feed.workspace());
          return desk.vm.changes().stream().anyMatch(c -> c.field().contains("terminationGrace"));
        });

    assertThat(desk.vm.changes().getFirst().category()).isEqualTo(Category.IMAGE);
  }

  @Test
  void noiseIsCountedAndShownOnRequest() {
    desk.compare(desk.live("payment"), desk.at("payment", "1.5.0"));
    assertThat(desk.vm.state().get()).isInstanceOf(DiffState.Equal.class);

    desk.compare(desk.at("payment", "1.4.2"), desk.live("payment"));
    DiffDesk.await("the noise is counted", () -> desk.vm.noise().get() >= 0);
    int meaningful = desk.vm.changes().size();
    int noise = desk.vm.noise().get();
    assertThat(noise).isPositive();

    desk.vm.raw().set(true);
    desk.settled();

    assertThat(desk.vm.changes()).hasSize(meaningful + noise);
  }

  @Test
  void everyRevisionOtherServicesAndAFileCanBeChosen() {
    desk.compare(desk.at("payment", "1.4.2"), desk.live("payment"));

    var choices = desk.vm.choices(true);

    assertThat(choices).extracting(SideChoice::name).startsWith("1.5.0", "1.5.0", "1.4.2", "1.4.1");
    assertThat(choices).extracting(SideChoice::name).contains("order", "gateway");
    assertThat(choices.getLast().side()).isEmpty();
    assertThat(choices.stream().filter(choice -> choice.matches("order 5.4")))
        .extracting(SideChoice::name)
        .containsExactly("order");
  }

  @Test
  void aRevisionThatIsGoneIsSaidInASentence() {
    var payment = desk.service("payment").ref();
    var state =
        desk.compare(
            new ComparedSide.AtRevision(payment, "0123456789abcdef"), desk.live("payment"));

    assertThat(state)
        .isEqualTo(
            new DiffState.Trouble(
                "0123456789ab is not there",
                "The cluster no longer holds that revision of Deployment shop/payment."));
  }

  @Test
  void aBrokenFileIsSaidInASentence() throws IOException {
    var state = compareFiles(file("a.yaml", "kind: [unclosed"), file("b.yaml", "kind: A"));

    assertThat(state)
        .isInstanceOfSatisfying(
            DiffState.Trouble.class,
            trouble -> {
              assertThat(trouble.title()).isEqualTo("a.yaml can't be read");
              assertThat(trouble.sentence()).startsWith("A.yaml is no YAML or JSON");
            });
    assertThat(compareFiles(folder.resolve("none.yaml"), file("c.yaml", "kind: A")))
        .isInstanceOf(DiffState.Trouble.class);
  }

  @Test
  void secretsAppearNeitherInTheListNorInTheTextNorInWhatIsCopied() throws IOException {
    var old = secretive("hunter2-before", "geheim-before");
    var now = secretive("hunter2-after", "geheim-after");

    compareFiles(file("a.yaml", old), file("b.yaml", now));

    var everything = desk.vm.changes() + shownText() + desk.vm.copyAll();
    assertThat(everything).contains(Redaction.MASK).doesNotContain("hunter2", "geheim");
    assertThat(desk.vm.changes()).extracting(ChangeRow::field).contains("DB_PASSWORD");
    assertThat(desk.vm.copyAll()).startsWith("--- ").contains("+++ ", "@@ -");
  }

  private static String secretive(String password, String line) {
    return """
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: pay, namespace: shop}
    spec:
      template:
        spec:
          containers:
          - name: app
            env:
            - {name: DB_PASSWORD, value: %s}
    ---
    apiVersion: v1
    kind: ConfigMap
    metadata: {name: pay-config, namespace: shop}
    data:
      app.properties: |
        a=1
        db.password=%s
    """
        .formatted(password, line);
  }

  @Test
  void settingsOfAConfigMapAreToldByName() throws IOException {
    compareFiles(
        file(
            "a.yaml",
            "kind: ConfigMap",
            "apiVersion: v1",
            "data:",
            "  a.properties: |",
            "    timeout.ms=800",
            "    b=1"),
        file(
            "b.yaml",
            "kind: ConfigMap",
            "apiVersion: v1",
            "data:",
            "  a.properties: |",
            "    timeout.ms=400",
            "    b=1"));

    assertThat(desk.vm.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.field()).isEqualTo("timeout.ms");
              assertThat(change.before()).contains("800");
              assertThat(change.where()).isEqualTo("a.properties");
            });
    assertThat(desk.vm.text().marked().get().cardinality()).isOne();
  }

  @Test
  void aLineOfAMillionCharactersAndSignsThatHideOthersAreShownAsTheyAre() throws IOException {
    var hostile = "x".repeat(1_000_000);
    compareFiles(
        file("a.yaml", "kind: ConfigMap", "apiVersion: v1", "data:", "  k: " + hostile + "a"),
        file("b.yaml", "kind: ConfigMap", "apiVersion: v1", "data:", "  k: " + hostile + "b"));

    assertThat(desk.vm.text().longest()).isGreaterThan(1_000_000);
    assertThat(Visible.of("a\tb\u0007\u202ec\u0085")).isEqualTo("a→b\u2407\ufffdc\ufffd");
    assertThat(Visible.of("plain")).isEqualTo("plain");
  }

  @Test
  void fiftyThousandLinesAreFoldedFoundAndOpened() throws IOException {
    var state =
        compareFiles(
            LargeTexts.configMap(folder, "a", LargeTexts.base()),
            LargeTexts.configMap(folder, "b", LargeTexts.with500Changes()));
    assertThat(state).isInstanceOf(DiffState.Shown.class);
    var text = desk.vm.text();
    assertThat(text.blocks()).isEqualTo(500);
    assertThat(text.lines()).hasSizeLessThan(5_000);

    desk.vm.search().query().set("LINE 4321 of");
    DiffDesk.await("it is found", () -> desk.vm.search().at().get() == 0);

    assertThat(text.lines().get(text.goal().get().line()))
        .isInstanceOfSatisfying(
            TextLine.Content.class,
            line -> assertThat(TextModel.texts(line.content()).getFirst()).contains("line 4321 "));
  }

  @Test
  void movedAndAltogetherDifferentTextsComeToAnEnd() throws IOException {
    var base = LargeTexts.configMap(folder, "a", LargeTexts.base());

    assertThat(compareFiles(base, LargeTexts.configMap(folder, "b", LargeTexts.moved())))
        .isInstanceOf(DiffState.Shown.class);
    assertThat(desk.vm.text().blocks()).isEqualTo(2);
    assertThat(compareFiles(base, LargeTexts.configMap(folder, "c", LargeTexts.allDifferent())))
        .isInstanceOf(DiffState.Shown.class);
  }

  @Test
  void oneColumnShowsAllOldLinesOfAStretchBeforeTheNewOnes() throws IOException {
    compareFiles(
        file("a.yaml", "kind: A", "one: first 1", "two: second 1"),
        file("b.yaml", "kind: A", "one: first 2", "two: second 2"));

    desk.vm.text().unified().set(true);

    assertThat(shownText().lines().toList())
        .containsExactly(
            " kind: A", "-one: first 1", "-two: second 1", "+one: first 2", "+two: second 2");
  }

  @Test
  void fromChangeToChangeAndBack() {
    desk.compare(desk.at("payment", "1.4.2"), desk.live("payment"));
    var text = desk.vm.text();
    text.at(-1);

    text.next();
    assertThat(text.block().get()).isZero();
    text.next();
    assertThat(text.block().get()).isOne();
    text.next();
    assertThat(text.block().get()).isOne();
    text.previous();
    assertThat(text.block().get()).isZero();
  }

  @Test
  void anObjectThatIsOnOneSideOnlyIsOneChange() throws IOException {
    compareFiles(
        file("a.yaml", "kind: A", "metadata: {name: x}", "---", "kind: B", "metadata: {name: y}"),
        file("b.yaml", "kind: A", "metadata: {name: x}"));

    assertThat(desk.vm.changes())
        .singleElement()
        .satisfies(
            change -> {
              assertThat(change.field()).isEqualTo("B y");
              assertThat(List.of(change.before().orElseThrow(), change.after().orElseThrow()))
                  .containsExactly("there", "not there");
            });
  }
}
