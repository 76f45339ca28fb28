package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapSide;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Coverage;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.StateChange;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.States;
import dev.faultline.text.Messages;
import dev.faultline.ui.theme.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Production and staging, laid over each other. */
class MapCompareTest extends MapOnScreen {

  private static final String COUNTS =
      "1 only in shop, 1 only in staging, 1 in another version, 2 other arrows";

  @Start
  void open(Stage stage) {
    show(stage);
  }

  @Override
  void link() {
    var stages = new FixedSource(States.ofResource("/map/two-stages.yaml"));
    desk.feed.link(
        new LinkedCluster(stages, desk.demo.linked().actions(), desk.demo.linked().safety()));
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  @Test
  void theTwoMostAlikeAreComparedAtFirst(FxRobot robot) throws Exception {
    compare(robot);

    assertThat(counts(robot)).isEqualTo(COUNTS);
    assertThat(texts(robot, "shop/importer")).contains("only in shop");
    assertThat(texts(robot, "staging/queue")).contains("only in staging");
    assertThat(texts(robot, "shop/web")).contains("1.4.2 → 1.5.0").doesNotContain("1.4.2");
    assertThat(card("shop/web").getAccessibleText()).contains("1.4.2 → 1.5.0");
  }

  @Test
  void otherSidesCanBeChosen(FxRobot robot) throws Exception {
    compare(robot);
    ComboBox<MapSide> right = robot.lookup("#compare-right").queryComboBox();

    robot.interact(() -> right.setValue(side("shared")));

    await(() -> counts(robot).startsWith("4 only in shop, 1 only in shared"));
    robot.interact(
        () -> robot.lookup("#compare-left").<MapSide>queryComboBox().setValue(side("shared")));
    await(() -> !right.getValue().equals(side("shared")));
    assertThat(desk.model.choiceProperty().get().comparison().orElseThrow().left())
        .as("what was on the right is compared with another")
        .isEqualTo(side("shared"));
  }

  @Test
  void whatIsTheSameIsLeftOutOnRequest(FxRobot robot) throws Exception {
    compare(robot);
    int all = view.pane().scene().edges().size();

    robot.clickOn("#compare-only");

    await(() -> view.pane().scene().edges().size() < all);
    assertThat(counts(robot)).isEqualTo(COUNTS);
    assertThat(view.pane().scene().find(node("shop/importer"))).isPresent();
  }

  @Test
  void aServiceOnBothSidesIsComparedInFull(FxRobot robot) throws Exception {
    compare(robot);
    robot.clickOn(card("shop/web"));
    await(() -> robot.lookup("#compare-configuration").tryQuery().isPresent());

    robot.clickOn("#compare-configuration");

    assertThat(desk.ways).containsExactly("compare LiveLive");
  }

  @Test
  void whatIsOnOneSideOnlyHasNothingToCompareItWith(FxRobot robot) throws Exception {
    compare(robot);

    robot.clickOn(card("shop/importer"));

    await(() -> labels(robot).contains("Compared with staging"));
    assertThat(robot.lookup("#compare-configuration").tryQuery()).isEmpty();
  }

  @Test
  void anArrowThatOnlyTheOtherSideHasIsExplainedByWhatIsThere(FxRobot robot) throws Exception {
    compare(robot);

    robot.interact(() -> desk.model.inspect(new Line(node("shop/web"), node("shop/store"))));

    await(() -> labels(robot).contains("How it is known"));
    assertThat(labels(robot)).anyMatch(text -> text.contains("STORE in Deployment staging/web"));
  }

  @Test
  void thePictureSaysItToo(FxRobot robot) throws Exception {
    compare(robot);

    var svg =
        SvgPicture.of(
            view.pane().scene(), Tokens.of(true), new Frames(new Messages(Locale.ENGLISH), false));

    assertThat(svg).contains("only in shop", "only in staging", "1.4.2 → 1.5.0", ">+<", ">−<");
  }

  @Test
  void oneGoesBackToTheMapOfAll(FxRobot robot) throws Exception {
    compare(robot);

    robot.clickOn("#compare-close");

    await(() -> view.pane().scene().find(node("staging/web")).isPresent());
    assertThat(robot.lookup("#compare-counts").queryLabeled().getParent().isVisible()).isFalse();
  }

  @Test
  void aSideThatIsUnlinkedIsMissed(FxRobot robot) throws Exception {
    compare(robot);

    robot.interact(() -> desk.feed.unlink(States.CLUSTER));

    await(() -> counts(robot).equals("One of the two is not linked."));
  }

  @Test
  void untilItIsKnownNothingIsSaidOfOtherSides(FxRobot robot) throws Exception {
    compare(robot);
    ComboBox<MapSide> right = robot.lookup("#compare-right").queryComboBox();
    var said = new ArrayList<String>();

    var label = robot.lookup("#compare-counts").queryAs(Label.class);
    label.textProperty().addListener((property, before, now) -> said.add(now));

    robot.interact(() -> right.setValue(side("shared")));

    await(() -> counts(robot).startsWith("4 only in shop"));
    assertThat(said).first().isEqualTo("Comparing…");
    assertThat(right.getTooltip().getText()).isEqualTo("shared");
  }

  @Test
  void whatIsStillBeingReadIsNotSaidToBeMissing(FxRobot robot) throws Exception {
    compare(robot);
    var loading =
        States.ofResource("/map/two-stages.yaml")
            .apply(
                States.NOW,
                List.of(new StateChange.Covered(Kind.STATEFUL_SET, new Coverage.Loading())));

    robot.interact(() -> desk.feed.unlink(States.CLUSTER));
    robot.interact(
        () ->
            desk.feed.link(
                new LinkedCluster(
                    new FixedSource(loading),
                    desk.demo.linked().actions(),
                    desk.demo.linked().safety())));

    await(() -> counts(robot).contains("is still being read"));
  }

  @Test
  void whoAsksForAServiceThatIsNotComparedSeesIt(FxRobot robot) throws Exception {
    compare(robot);

    robot.interact(() -> view.reveal(((MapSubject.InCluster) node("staging/web")).ref()));

    await(() -> view.pane().scene().find(node("staging/web")).isPresent());
    assertThat(desk.model.choiceProperty().get().comparison()).isEmpty();
  }

  @Test
  void whoStopsWithTheKeyboardIsBackAtTheButton(FxRobot robot) throws Exception {
    compare(robot);

    robot.interact(
        () -> {
          var close = robot.lookup("#compare-close").queryButton();
          close.requestFocus();
          close.fire();
        });

    var focused = WaitForAsyncUtils.asyncFx(() -> view.root().getScene().getFocusOwner()).get();
    assertThat(focused.getId()).isEqualTo("map-compare");
  }

  @Test
  void aGroupCountsWhatIsOnEitherSide(FxRobot robot) throws Exception {
    compare(robot);

    robot.interact(
        () ->
            desk.model
                .currentProperty()
                .set(
                    Optional.of(new MapSubject.Folded(GroupId.namespace(States.CLUSTER, "shop")))));

    await(() -> labels(robot).contains("5 services, 5 pods"));
  }

  @Test
  void whatIsOnTheRightOnlyIsComparedWithTheLeft(FxRobot robot) throws Exception {
    compare(robot);

    robot.clickOn(card("staging/queue"));

    await(() -> labels(robot).contains("Compared with shop"));
  }

  private void compare(FxRobot robot) throws Exception {
    await(() -> view.pane().scene().find(node("staging/web")).isPresent());
    robot.clickOn("#map-compare");
    await(
        () -> !counts(robot).isEmpty() && view.pane().scene().find(node("staging/web")).isEmpty());
  }

  private static String counts(FxRobot robot) {
    return robot.lookup("#compare-counts").tryQueryAs(Label.class).map(Label::getText).orElse("");
  }

  private List<String> texts(FxRobot robot, String path) throws Exception {
    return robot.from(card(path)).lookup(".label").queryAllAs(Label.class).stream()
        .filter(Label::isVisible)
        .map(Label::getText)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static List<String> labels(FxRobot robot) {
    return robot.lookup(".label").queryAllAs(Label.class).stream().map(Label::getText).toList();
  }

  @Override
  NodeCard card(String path) throws Exception {
    return card(node(path));
  }

  private static MapSubject node(String path) {
    var parts = path.split("/");
    return new MapSubject.InCluster(
        new ResourceRef(States.CLUSTER, Kind.DEPLOYMENT, parts[0], parts[1]));
  }

  private static MapSide side(String namespace) {
    return new MapSide(States.CLUSTER, Optional.of(namespace));
  }
}
