package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.Point;
import dev.faultline.model.Kind;
import dev.faultline.model.ResourceRef;
import java.nio.file.Files;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;

/** The incident on the map, by mouse and by keyboard. */
class MapViewTest extends MapOnScreen {

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
  void aClickOnTheCulpritTellsWhatIsKnownOfIt(FxRobot robot) throws Exception {
    robot.clickOn(card("payment"));

    assertThat(desk.model.selectedProperty().get()).contains(MapDesk.PAYMENT);
    await(() -> texts(robot).contains("env DB_POOL"));
    assertThat(texts(robot)).contains("0 of 2 pods ready", "Depends on", "Needed by");
  }

  @Test
  void thePathOfAFieldIsStillToldOnceThePointerHasBeenThere(FxRobot robot) throws Exception {
    robot.clickOn(card("payment"));
    await(() -> texts(robot).contains("env DB_POOL"));
    var field = robot.lookup("env DB_POOL").queryAs(Label.class);
    var path = field.getTooltip().getText();

    robot.moveTo(field);

    assertThat(field.getTooltip().getText()).isEqualTo(path).contains("container payment");
  }

  @Test
  void arrowKeysWalkAlongTheEdgesAndEnterOpensTheService(FxRobot robot) throws Exception {
    robot.interact(card("gateway")::requestFocus);
    assertThat(selected()).isEqualTo("gateway");

    robot.type(KeyCode.RIGHT);
    assertThat(selected()).isIn("order", "user", "product", "gateway-sessions");
    robot.type(KeyCode.LEFT);
    assertThat(selected()).isEqualTo("gateway");
    robot.type(KeyCode.ENTER);

    assertThat(desk.ways).containsExactly("VERSIONS of gateway");
  }

  @Test
  void theSentenceLeadsToTheRollback(FxRobot robot) throws Exception {
    card("payment");

    robot.clickOn("Take it back…");

    assertThat(desk.ways).containsExactly("roll back payment");
  }

  @Test
  void anArrowUnderThePointerTellsItsEvidence(FxRobot robot) throws Exception {
    card("payment");
    var pane = view.pane();
    var edge =
        pane.scene().edges().stream()
            .filter(one -> one.line().from().label().equals("order"))
            .filter(one -> one.line().to().label().equals("payment"))
            .findFirst()
            .orElseThrow();
    var middle = edge.route().curves().getFirst().at(0.5);
    var camera = pane.camera();

    robot.moveTo(
        pane.localToScreen(
            middle.x() * camera.scale() + camera.x(), middle.y() * camera.scale() + camera.y()));

    await(() -> texts(robot).contains("order depends on payment"));
    assertThat(texts(robot)).contains("declared: env PAYMENT_URL in Deployment shop/order");
  }

  @Test
  void everyNodeInSightSpeaksToAScreenReaderAndOneOfThemTakesTheFocus(FxRobot robot)
      throws Exception {
    card("payment");

    var cards = robot.lookup(".map-node").queryAllAs(NodeCard.class);

    assertThat(cards).hasSizeGreaterThan(8);
    assertThat(cards)
        .filteredOn(Node::isVisible)
        .allSatisfy(card -> assertThat(card.getAccessibleText()).contains(card.node().label()));
    assertThat(cards.stream().filter(Node::isFocusTraversable)).hasSize(1);
    assertThat(card("payment").getAccessibleText()).contains("failing", "1.5.0", "0 / 2 ready");
  }

  @Test
  void fromAfarOnlyTheSelectedNodeIsLeftToTheFocus(FxRobot robot) throws Exception {
    robot.clickOn(card("payment"));

    robot.interact(() -> view.pane().zoom(0.3, new Point(400, 300)));
    robot.interact(() -> view.pane().layout());

    assertThat(
            robot.lookup(".map-node").queryAllAs(NodeCard.class).stream()
                .filter(Node::isVisible)
                .map(card -> card.node().label()))
        .containsOnly("payment");
  }

  @Test
  void aNameTooFarAwayToBeWrittenIsToldUnderThePointer(FxRobot robot) throws Exception {
    var payment = card("payment").node();
    var pane = view.pane();
    robot.interact(() -> pane.zoom(0.1, new Point(400, 300)));
    var at = pane.camera().toView(payment.box()).centre();

    robot.moveTo(pane.localToScreen(at.x(), at.y()));

    await(() -> texts(robot).contains("payment"));
  }

  @Test
  void theLegendLiesOverNoButtonHoweverNarrowTheMapIs(FxRobot robot) throws Exception {
    robot.clickOn(card("payment"));
    var window = view.root().getScene().getWindow();
    double before = window.getWidth();
    try {
      for (double width : new double[] {before + 400, before, before - 200}) {
        robot.interact(() -> window.setWidth(width));
        await(() -> view.pane().getScene().getWidth() == width);
        var legend = robot.lookup(".map-legend").query();
        var buttons = robot.lookup(".map-toolbar").query();
        await(() -> !legend.getBoundsInParent().intersects(buttons.getBoundsInParent()));
      }
    } finally {
      // The tests share one window.
      robot.interact(() -> window.setWidth(before));
    }
  }

  @Test
  void onlyWhatIsNotWellIsShownUntilSomebodyAsksForMore(FxRobot robot) throws Exception {
    card("payment");

    robot.clickOn("Focus: all");
    robot.clickOn("Only what is not well, with its neighbours");

    await(() -> view.pane().scene().nodes().size() < 14 && view.isSettled());
    assertThat(robot.lookup("Focus: not well").tryQuery()).isPresent();

    robot.interact(() -> view.reveal(MapDesk.PAYMENT.sibling(Kind.DEPLOYMENT, "user")));
    assertThat(robot.lookup("Focus: not well").tryQuery()).isPresent();
    var elsewhere =
        new ResourceRef(MapDesk.PAYMENT.cluster(), Kind.DEPLOYMENT, "reporting", "reports");
    robot.interact(() -> view.reveal(elsewhere));
    await(() -> robot.lookup("Focus: all").tryQuery().isPresent());
  }

  @Test
  void theWholeMapIsExportedAtTwiceItsSize(FxRobot robot) throws Exception {
    card("payment");
    var scene = view.pane().scene();

    robot.clickOn("Export");
    robot.clickOn("Picture (PNG)");

    var file = folder.resolve("faultline-map.png");
    await(() -> Files.exists(file));
    var image = ImageIO.read(file.toFile());
    assertThat((double) image.getWidth()).isGreaterThan(2 * scene.bounds().width());
    var colours = new java.util.HashSet<Integer>();
    for (int x = 0; x < image.getWidth(); x += 3) {
      for (int y = 0; y < image.getHeight(); y += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    assertThat(colours).hasSizeGreaterThan(20);
  }

  @Test
  void afterTheWindowWasResizedTheArrowsStillMeetTheirNodes(FxRobot robot) throws Exception {
    card("payment");
    var window = view.root().getScene().getWindow();
    double width = window.getWidth();
    try {
      robot.interact(() -> window.setWidth(width + 180));
      await(view::isSettled);
      var resized = picture(robot);

      var scene = view.pane().scene();
      robot.interact(() -> view.pane().show(MapScene.EMPTY));
      robot.interact(() -> view.pane().show(scene));
      await(view::isSettled);

      assertThat(differing(resized, picture(robot))).isLessThan(20);
    } finally {
      robot.interact(() -> window.setWidth(width));
    }
  }

  @Test
  void aWindowOfAnotherSizeStillShowsAllUnlessSomebodyLooksAtAPart(FxRobot robot) throws Exception {
    card("payment");
    var pane = view.pane();
    var window = view.root().getScene().getWindow();
    double width = window.getWidth();
    try {
      robot.clickOn("Fit");
      card("payment"); // waits until it stands still
      var before = pane.camera();
      robot.interact(() -> window.setWidth(width - 220));
      await(() -> pane.getWidth() < width - 200 && view.isSettled());
      assertThat(pane.camera().scale()).isLessThan(before.scale());
      assertThat(pane.view().around(pane.camera().toView(pane.scene().bounds())))
          .isEqualTo(pane.view());

      robot.interact(() -> pane.zoom(1.5, pane.view().centre()));
      var chosen = pane.camera();
      robot.interact(() -> window.setWidth(width));
      await(() -> pane.getWidth() > width - 200 && view.isSettled());
      assertThat(pane.camera()).isEqualTo(chosen);
    } finally {
      // The tests share one window.
      robot.interact(() -> window.setWidth(width));
    }
  }

  private Image picture(FxRobot robot) {
    var taken = new AtomicReference<Image>();
    robot.interact(() -> taken.set(view.pane().snapshot(null, null)));
    return taken.get();
  }

  private static int differing(Image one, Image other) {
    int found = 0;
    for (int x = 0; x < one.getWidth(); x++) {
      for (int y = 0; y < one.getHeight(); y++) {
        boolean same = one.getPixelReader().getArgb(x, y) == other.getPixelReader().getArgb(x, y);
        found += same ? 0 : 1;
      }
    }
    return found;
  }

  private String selected() {
    return desk.model.selectedProperty().get().orElseThrow().name();
  }
}
