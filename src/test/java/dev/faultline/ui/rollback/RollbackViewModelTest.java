package dev.faultline.ui.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.Reading;
import dev.faultline.demo.DemoShop;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.RollbackOutcome;
import dev.faultline.rollback.plan.KubectlCommand;
import dev.faultline.rollback.runs.RollbackRun;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollbackViewModelTest {

  @TempDir Path data;
  private Desk desk;
  private final List<RollbackRun> applied = new CopyOnWriteArrayList<>();

  @BeforeEach
  void theIncident() {
    desk = new Desk(data);
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  private RollbackViewModel confirmation() {
    return desk.confirmation(applied::add);
  }

  private static String obstacle(RollbackViewModel model) {
    return model.state().obstacleProperty().get();
  }

  private Manifest live() {
    return ((Reading.Found) desk.demo.actions().read(Desk.PAYMENT)).manifest();
  }

  private void somebody(UnaryOperator<JsonObject> change) {
    desk.demo.apply(new Manifest(change.apply(live().tree())), "kubectl-edit");
  }

  /** Everything a person could read in the dialog. */
  private static String texts(RollbackViewModel model) {
    var state = model.state();
    return Stream.of(
            Stream.of(
                state.titleProperty().get(),
                state.whyProperty().get(),
                state.buttonProperty().get(),
                state.footnoteProperty().get(),
                state.refusalProperty().get(),
                state.impossibleProperty().get(),
                obstacle(model)),
            state.diff().stream().map(DiffLine::text),
            state.checks().stream().map(line -> line.headline() + line.more()),
            state.affected().stream().map(AffectedLine::words),
            state.choices().stream().map(Choice::facts))
        .flatMap(texts -> texts)
        .collect(Collectors.joining("\n"));
  }

  private KubectlCommand command(RollbackViewModel model) {
    var made = new CopyOnWriteArrayList<KubectlCommand>();
    model.kubectl(made::add);
    desk.until(() -> !made.isEmpty());
    return made.getFirst();
  }

  @Test
  void theLastKnownGoodIsProposedWithWhatIsKnownOfItAndNoMore() {
    var state = confirmation().state();

    assertThat(state.titleProperty().get()).isEqualTo("Roll back payment from 1.5.0 to 1.4.2");
    assertThat(state.whyProperty().get())
        .isEqualTo(
            "Proposed as last known good. 1.4.2 ran for 2 d 6 h until 2026-05-12 02:49:01Z, 25 min"
                + " ago. No pod of it is left to tell how well.");
    assertThat(state.placeProperty().get()).contains(new Place("demo", "shop", false, false, true));
    assertThat(state.buttonProperty().get()).isEqualTo("Roll back payment to 1.4.2");
  }

  @Test
  void theServersDryRunIsShownLineByLineAndTheChangeCauseFollowsTheReason() {
    var model = confirmation();
    model.state().reasonProperty().set("DB_POOL is 0");

    assertThat(model.state().diff())
        .containsSubsequence(
            new DiffLine(DiffLine.Kind.PLACE, "container payment"),
            new DiffLine(DiffLine.Kind.REMOVED, "image: registry.shop.example/payment:1.5.0"),
            new DiffLine(DiffLine.Kind.ADDED, "image: registry.shop.example/payment:1.4.2"),
            new DiffLine(DiffLine.Kind.REMOVED, "env DB_POOL: 0"))
        .last()
        .isEqualTo(
            new DiffLine(
                DiffLine.Kind.ADDED,
                "Rolled back 1.5.0 → 1.4.2: DB_POOL is 0 (was: dana: PAY-371 audit line for each"
                    + " capture)"));
  }

  @Test
  void theChecksComeInOneAfterTheOtherAndKeepTheirOrder() {
    var pending = new CopyOnWriteArrayList<Long>();
    var names = new CopyOnWriteArrayList<List<String>>();
    var model =
        RollbackViewModel.toGoBack(
            desk.tools, desk.runs, Desk.PAYMENT, Optional.empty(), applied::add);
    model
        .state()
        .checksTitleProperty()
        .addListener(
            (title, before, now) -> {
              pending.add(count(model, CheckLine.State.PENDING));
              names.add(model.state().checks().stream().map(CheckLine::name).toList());
            });
    model.prepare();
    desk.until(() -> Desk.isSettled(model.state()));

    assertThat(pending).startsWith(15L).endsWith(0L).isSortedAccordingTo((a, b) -> (int) (b - a));
    assertThat(pending.size()).as("they fill in live").isGreaterThan(5);
    assertThat(names).allMatch(names.getFirst()::equals);
    assertThat(model.state().checksTitleProperty().get())
        .isEqualTo("Checks: 13 passed, 2 warnings");
  }

  private static long count(RollbackViewModel model, CheckLine.State state) {
    return model.state().checks().stream().filter(line -> line.state() == state).count();
  }

  @Test
  void whoIsAffectedIsNamedWithHowTheyDo() {
    assertThat(confirmation().state().affected())
        .extracting(line -> line.name() + " " + line.words())
        .containsExactly(
            "order calls payment, 0 of 3 pods ready", "gateway through order, 2 of 3 pods ready");
  }

  @Test
  void withoutAReasonNothingIsDoneAndThatIsSaid() {
    var model = confirmation();
    assertThat(obstacle(model)).isEqualTo("A reason is missing: say in a few words why.");

    model.confirm();
    model.state().reasonProperty().set("   ");
    model.confirm();

    assertThat(obstacle(model)).startsWith("A reason is missing");
    assertThat(desk.runs.all()).isEmpty();
    assertThat(live().podTemplate().toString()).contains("payment:1.5.0");
  }

  @Test
  void aYesIsCarriedOutAndEndsVerified() {
    var run = desk.takeBack();

    assertThat(run.status().outcome())
        .get()
        .isInstanceOfSatisfying(
            RollbackOutcome.Verified.class,
            verified -> assertThat(verified.sentence()).startsWith("payment runs 1.4.2 again"));
    var entry = desk.journal.find(run.journalId().orElseThrow()).orElseThrow();
    assertThat(entry.intent().reason()).isEqualTo("payments fail");
    assertThat(live().annotations().get("kubernetes.io/change-cause"))
        .startsWith("Rolled back 1.5.0 → 1.4.2: payments fail");
  }

  @Test
  void aSecondClickBeginsNothingMore() {
    var begun = new CopyOnWriteArrayList<RollbackRun>();
    try (var model = desk.confirmation(begun::add)) {
      model.state().reasonProperty().set("payments fail");

      model.confirm();
      model.confirm();
      desk.letTimePassUntil(() -> !begun.isEmpty() && begun.getFirst().status().isOver());

      model.confirm();
    }
    assertThat(begun).hasSize(1);
    assertThat(desk.runs.all()).hasSize(1);
    assertThat(desk.journal.read().entries()).hasSize(1);
  }

  @Test
  void ifTheSpecMovedMeanwhileNothingIsDoneAndTheNewPreviewAsksAgain() {
    var model = confirmation();
    model.state().reasonProperty().set("payments fail");
    somebody(
        tree ->
            tree.with(Json.of(45), "spec", "template", "spec", "terminationGracePeriodSeconds"));
    model.confirm();
    desk.letTimePassUntil(
        () -> !model.state().refusalProperty().get().isEmpty() && Desk.isSettled(model.state()));

    assertThat(model.state().refusalProperty().get())
        .startsWith("Nothing was changed: somebody changed payment meanwhile (")
        .contains("/spec/template/spec/terminationGracePeriodSeconds");
    assertThat(applied).isEmpty();
    assertThat(model.state().diff())
        .extracting(DiffLine::text)
        .contains("terminationGracePeriodSeconds: 45");
    assertThat(model.state().reasonProperty().get()).isEqualTo("payments fail");

    model.confirm();
    desk.letTimePassUntil(() -> !applied.isEmpty());
    assertThat(model.state().refusalProperty().get()).isEmpty();
  }

  @Test
  void aProtectedContextWantsTheServicesName() {
    desk.link(new Safety(true, false, true));
    var model = confirmation();
    model.state().reasonProperty().set("payments fail");
    assertThat(obstacle(model)).isEqualTo("This context is protected: type payment to confirm.");

    model.state().typedNameProperty().set("order");
    model.confirm();
    assertThat(desk.runs.all()).isEmpty();

    model.state().typedNameProperty().set(" payment ");
    assertThat(obstacle(model)).isEmpty();
    model.confirm();
    desk.letTimePassUntil(() -> !applied.isEmpty());
  }

  @Test
  void aReadOnlyContextForbidsItAndSaysWhatToDo() {
    desk.link(new Safety(false, true, true));
    var model = confirmation();
    model.state().reasonProperty().set("payments fail");
    model.confirm();

    assertThat(obstacle(model)).startsWith("A check forbids it");
    assertThat(model.state().checks())
        .filteredOn(line -> line.state() == CheckLine.State.BLOCKED)
        .extracting(CheckLine::headline)
        .containsExactly(
            "The context demo is set to read-only: change that in the settings first.");
    assertThat(desk.runs.all()).isEmpty();
  }

  @Test
  void whatMayNotBeAskedIsNotCheckedAndNotPassed() {
    desk.demo.faults().deny("create", Kind.POD, "shop");
    var model = confirmation();

    assertThat(count(model, CheckLine.State.NOT_CHECKED)).isEqualTo(1);
    assertThat(model.state().checksTitleProperty().get()).contains("1 not checked");
  }

  @Test
  void anOwnerThatWouldRevertItCanOnlyBeOverruledByBreakingTheGlass() {
    somebody(
        tree ->
            tree.with(
                Json.of("shop:apps/Deployment:shop/payment"),
                "metadata",
                "annotations",
                "argocd.argoproj.io/tracking-id"));
    desk.until(() -> owner().startsWith("Argo CD"));
    var model = confirmation();
    assertThat(obstacle(model)).startsWith("A check forbids it");
    assertThat(model.state().mayBreakGlassProperty().get()).isTrue();

    model.state().breakGlassProperty().set(true);
    desk.until(() -> Desk.isSettled(model.state()));

    assertThat(obstacle(model)).startsWith("A reason is missing");
    assertThat(texts(model)).contains("Breaking the glass: Argo CD application shop");
  }

  private String owner() {
    return desk.feed.workspace().find(Desk.PAYMENT).orElseThrow().ownership().describe();
  }

  @Test
  void anotherVersionCanBeChosen() {
    var model = confirmation();
    var other =
        model.state().choices().stream()
            .filter(choice -> choice.label().equals("1.4.1"))
            .findFirst()
            .orElseThrow();
    assertThat(model.state().choices()).filteredOn(Choice::proposed).hasSize(1);

    model.choose(other);
    desk.until(() -> Desk.isSettled(model.state()));

    assertThat(model.state().titleProperty().get())
        .isEqualTo("Roll back payment from 1.5.0 to 1.4.1");
    assertThat(model.state().whyProperty().get()).doesNotContain("Proposed");
  }

  @Test
  void anUndoBringsBackWhatRanBefore() {
    var run = desk.takeBack();
    var model =
        RollbackViewModel.toUndo(
            desk.tools, desk.runs, Desk.PAYMENT, run.journalId().orElseThrow(), applied::add);
    model.prepare();
    desk.until(() -> Desk.isSettled(model.state()));
    assertThat(model.state().titleProperty().get())
        .isEqualTo("Undo: put payment back from 1.4.2 to 1.5.0");
    assertThat(model.state().buttonProperty().get()).isEqualTo("Put 1.5.0 back");

    model.state().reasonProperty().set("it was the database");
    model.confirm();
    desk.letTimePassUntil(() -> !applied.isEmpty());

    assertThat(live().podTemplate().toString()).contains("payment:1.5.0");
  }

  @Test
  void whatWasTakenBackIsNotProposedAgain() {
    desk.takeBack();
    desk.until(
        () ->
            desk.feed
                .workspace()
                .find(Desk.PAYMENT)
                .orElseThrow()
                .version()
                .text()
                .equals("1.4.2"));
    var state = confirmation().state();

    assertThat(state.titleProperty().get()).isEqualTo("Roll back payment from 1.4.2 to 1.4.1");
    assertThat(state.choices())
        .filteredOn(choice -> choice.label().equals("1.5.0"))
        .extracting(Choice::facts)
        .allMatch(facts -> facts.contains("was taken back"));
  }

  @Test
  void aClusterThatIsGoneIsSaid() {
    desk.demo.faults().breakConnection("no route to host");
    var model = confirmation();

    assertThat(model.state().impossibleProperty().get()).contains("can't be reached");
    assertThat(model.state().preparedProperty().get()).isFalse();
  }

  @Test
  void noSecretIsInTheTextsOrInTheCommand() {
    var model = confirmation();
    for (Choice choice : List.copyOf(model.state().choices())) {
      model.choose(choice);
      desk.until(() -> Desk.isSettled(model.state()));
      model.state().reasonProperty().set("postgres://u:hunter2@db is down");

      var command = command(model).text();
      var everything = texts(model) + command;
      assertThat(everything).doesNotContain("hunter2").contains(choice.label());
      DemoShop.plantedSecrets().forEach(secret -> assertThat(everything).doesNotContain(secret));
    }
  }

  @Test
  void theCommandToCopyTestsBeforeItWrites() {
    var model = confirmation();
    model.state().reasonProperty().set("it's broken");

    assertThat(command(model))
        .isInstanceOf(KubectlCommand.Complete.class)
        .extracting(KubectlCommand::text)
        .asString()
        .startsWith(
            "kubectl --context demo --namespace shop patch deployment payment --type=json --patch"
                + " '[{\"op\":\"test\",\"path\":\"/metadata/uid\",\"value\":\"")
        .contains("{\"op\":\"test\",\"path\":\"/metadata/generation\",\"value\":")
        .contains("it'\\''s broken");
  }
}
