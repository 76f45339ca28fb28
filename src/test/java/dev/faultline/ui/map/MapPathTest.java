package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.layout.EdgeFilter;
import dev.faultline.graph.layout.Folds;
import dev.faultline.graph.layout.GroupBy;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapContents;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.Ways;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Kind;
import dev.faultline.model.Mending;
import dev.faultline.model.Mending.Verdict;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Point2D;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The path between two services on the map, by mouse and by keyboard. */
class MapPathTest extends MapOnScreen {

  @Start
  void open(Stage stage) {
    show(stage);
  }

  @AfterEach
  void close() {
    desk.close();
    assertThat(desk.failures).isEmpty();
  }

  @Test
  void theMenuAsksForTheEndAndAClickGivesIt(FxRobot robot) throws Exception {
    robot.clickOn(card("gateway"));
    card("gateway");
    robot.clickOn("Focus: all");
    robot.clickOn("Path to…");
    assertThat(hint(robot)).startsWith("Choose where the path from gateway ends");

    var end = card("payment-db").localToScene(20, 20);
    robot.interact(() -> release(end, false)); // The inspector may lie over it.

    await(() -> names().equals(List.of("gateway", "order", "payment", "payment-db")));
    assertThat(robot.lookup("Focus: path gateway → payment-db").tryQuery()).isPresent();
    assertThat(hint(robot))
        .isEqualTo("The only way from gateway to payment-db: 3 calls. Esc: back.");
    assertThat(desk.model.currentProperty().get()).contains(deployment("gateway"));
    assertThat(view.pane().scene().edges())
        .hasSize(3)
        .allSatisfy(edge -> assertThat(MapLook.width(edge)).isGreaterThan(3));
  }

  @Test
  void theKeyboardAloneFindsAPathAndEscapeLeavesIt(FxRobot robot) throws Exception {
    robot.interact(card("order")::requestFocus);
    robot.type(KeyCode.P);
    assertThat(hint(robot)).startsWith("Choose where the path from order ends");
    var broker = card("broker").node().subject();
    robot.interact(() -> desk.model.currentProperty().set(Optional.of(broker)));
    robot.type(KeyCode.ENTER);

    await(() -> names().equals(List.of("order", "payment", "broker")));
    assertThat(hint(robot)).startsWith("All ways from order to broker; the shortest stands out");
    assertThat(desk.ways).as("Enter opens no page").isEmpty();
    card("order");
    robot.type(KeyCode.ESCAPE);

    await(() -> names().size() == 14);
    assertThat(hint(robot)).isEmpty();
    assertThat(desk.model.currentProperty().get()).isPresent();
    assertThat(robot.lookup("Focus: all").tryQuery()).isPresent();
  }

  @Test
  void whoChangesTheirMindSeesNoPath(FxRobot robot) throws Exception {
    robot.interact(card("order")::requestFocus);
    robot.type(KeyCode.P);
    robot.type(KeyCode.ESCAPE);

    assertThat(hint(robot)).isEmpty();
    robot.clickOn(card("payment"));
    assertThat(desk.model.currentProperty().get()).contains(deployment("payment"));
    assertThat(names()).hasSize(14);
  }

  @Test
  void aClickWithShiftGoesThereFromTheSelectedNode(FxRobot robot) throws Exception {
    robot.clickOn(card("payment"));
    var gateway = card("gateway");
    var at = gateway.localToScene(20, 20);
    robot.interact(() -> release(at, true));

    await(() -> names().equals(List.of("gateway", "order", "payment")));
    assertThat(hint(robot))
        .startsWith(
            "No way is known from payment to gateway, but one back. The only way from gate");
    assertThat(robot.lookup("Focus: path gateway → payment").tryQuery()).isPresent();
  }

  private static MapSubject store(String name) {
    return new MapSubject.InCluster(MapDesk.PAYMENT.sibling(Kind.STATEFUL_SET, name));
  }

  @Test
  void whereThereIsNoWayTheMapStaysAndSaysWhatToDo(FxRobot robot) throws Exception {
    card("payment");
    int before = desk.model.pictureProperty().get().layout();
    assertThat(names()).contains("product-db", "user-db");
    robot.interact(() -> desk.model.path().show(store("product-db"), store("user-db")));

    await(() -> hint(robot).startsWith("No way is known from product-db to user-db, nor back."));
    assertThat(hint(robot)).endsWith("select product-db and add the dependency that is missing.");
    assertThat(names()).hasSize(14);
    assertThat(desk.model.pictureProperty().get().layout()).isEqualTo(before);
    assertThat(desk.model.choiceProperty().get()).isEqualTo(MapChoice.AT_FIRST);
    robot.interact(() -> desk.model.currentProperty().set(Optional.of(deployment("user"))));
    assertThat(hint(robot)).isEmpty();
  }

  @Test
  void aWayThatIsHiddenIsFoundOnceItIsNot(FxRobot robot) throws Exception {
    card("payment");
    var doubt = new Mending(Verdict.NOT_SO, "shop/order", "shop/payment", Optional.empty(), "gone");
    robot.interact(() -> desk.model.mend(MapDesk.PAYMENT.cluster(), doubt));
    await(
        () ->
            view.pane()
                .scene()
                .find(new Line(deployment("order"), deployment("payment")))
                .isEmpty());
    robot.interact(() -> desk.model.path().show(deployment("order"), deployment("payment")));

    await(() -> hint(robot).contains("Over doubtful dependencies there is one"));
    robot.interact(() -> desk.model.filterEdges(EdgeFilter.AT_FIRST.withDoubtful(true)));

    await(() -> names().equals(List.of("order", "payment")));
    robot.interact(() -> desk.model.path().back());
    await(() -> names().size() == 14);
    assertThat(desk.model.choiceProperty().get().edges().doubtful()).isTrue();
  }

  @Test
  void foldedGroupsAreOpenOnAPathAndFoldedAgainAfterwards(FxRobot robot) throws Exception {
    card("payment");
    robot.interact(() -> desk.model.fold(Folds.all(true)));
    await(() -> !desk.model.pictureProperty().get().grouping().folded().isEmpty());
    robot.interact(() -> desk.model.path().show(deployment("gateway"), deployment("payment")));

    await(() -> names().equals(List.of("gateway", "order", "payment")));
    robot.interact(() -> desk.model.path().back());

    await(() -> !desk.model.pictureProperty().get().grouping().folded().isEmpty());
    assertThat(desk.model.choiceProperty().get().folds()).isEqualTo(Folds.all(true));
  }

  @Test
  void theMapAndTheVerbKnowTheSameWays() throws Exception {
    card("payment");
    var cluster = desk.model.pictureProperty().get().workspace().clusters().getFirst();
    var filter =
        new EdgeFilter(
            EdgeFilter.AT_FIRST.provenances(),
            Set.of(EdgeClass.APPLICATION, EdgeClass.STORE, EdgeClass.MESSAGING),
            false);
    var contents = new MapContents(Set.of(), filter, GroupBy.NAMESPACE, desk.clock.instant());
    contents.add(cluster.catalog(), cluster.graph());
    var content = contents.content();
    int found = 0;
    for (MapSubject from : content.nodes().keySet()) {
      for (MapSubject to : content.nodes().keySet()) {
        var said = path(cluster.graph(), from, to);
        var ways = Ways.between(content, from, to);
        boolean there = ways.direction() == Ways.Direction.THERE;
        assertThat(there ? ways.shortest() : List.of()).as(from + " to " + to).isEqualTo(said);
        found += there ? 1 : 0;
      }
    }
    assertThat(found).isGreaterThan(20);
  }

  private static List<Line> path(DependencyGraph graph, MapSubject from, MapSubject to) {
    return from instanceof MapSubject.InCluster start && to instanceof MapSubject.InCluster end
        ? graph.path(start.ref(), end.ref()).stream()
            .map(one -> new Line(new MapSubject.InCluster(one.caller()), MapContents.callee(one)))
            .toList()
        : List.of();
  }

  /** The robot's keys do not reach the events of its mouse without a display. */
  private void release(Point2D at, boolean withShift) {
    var pick = new PickResult(view.pane(), at.getX(), at.getY());
    view.pane()
        .fireEvent(
            new MouseEvent(
                MouseEvent.MOUSE_RELEASED,
                at.getX(),
                at.getY(),
                at.getX(),
                at.getY(),
                MouseButton.PRIMARY,
                1,
                withShift,
                false,
                false,
                false,
                true,
                false,
                false,
                true,
                false,
                true,
                pick));
  }

  /** From left to right. */
  private List<String> names() {
    return view.pane().scene().nodes().stream()
        .sorted(Comparator.comparingDouble(node -> node.box().x()))
        .map(MapNode::label)
        .toList();
  }

  private static String hint(FxRobot robot) {
    return robot.lookup(".map-hint .label").queryAllAs(Label.class).stream()
        .filter(MapOnScreen::isSeen)
        .map(Labeled::getText)
        .findFirst()
        .orElse("");
  }
}
