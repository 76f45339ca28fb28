package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.ElkLayout;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.Maps;
import dev.faultline.graph.layout.Placement;
import dev.faultline.text.Messages;
import dev.faultline.ui.theme.Themes;
import dev.faultline.ui.theme.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** What is written on the map can be read: computed from its scene, at every distance. */
@ExtendWith(ApplicationExtension.class)
class MapLabelsTest {

  private static final Frames FRAMES = new Frames(new Messages(Locale.ENGLISH), false);
  private final Pane pane = new Pane();

  @Start
  void open(Stage stage) {
    var scene = new Scene(pane, 1280, 800);
    new Themes().dress(scene);
    stage.setScene(scene);
    stage.show();
  }

  @ParameterizedTest
  @CsvSource({"12, 20, 2", "60, 110, 5", "300, 700, 12", "1000, 3000, 40"})
  void noNameOfAFrameLiesOverAnotherOrOverANode(int services, int arrows, int namespaces)
      throws Exception {
    var scene = scene(services, arrows, namespaces);
    var labels = new ArrayList<FrameLabels.Label>();

    cameras(scene)
        .forEach(
            camera -> {
              var at = FrameLabels.of(scene, camera, FRAMES);
              labels.addAll(at);
              assertApart(camera, at, scene);
            });

    assertThat(labels).as("names that were looked at").hasSizeGreaterThan(namespaces);
  }

  @Test
  void fromNearEveryFrameSaysItsName() throws Exception {
    var scene = scene(300, 700, 12);

    var labels = FrameLabels.of(scene, new Camera(1, 0, 0), FRAMES);

    assertThat(labels).hasSameSizeAs(scene.groups()).noneMatch(FrameLabels.Label::cut);
  }

  @Test
  void aNameWiderThanItsFrameIsCutAndToldWhole() throws Exception {
    var namespace = "payments-and-settlement-production-eu-central-1-blue";
    var structure = Maps.of(namespace + "/a");
    var scene = MapScene.of(BigMap.content(structure), new ElkLayout().place(structure));
    var frame = scene.groups().getFirst();

    var labels = FrameLabels.of(scene, new Camera(1, 0, 0), FRAMES);

    assertThat(labels).singleElement().satisfies(label -> assertThat(label.cut()).isTrue());
    assertThat(labels.getFirst().box().right()).isLessThanOrEqualTo(frame.box().right());
    assertThat(FrameLabels.untold(labels, frame, FRAMES).orElseThrow()).contains(namespace);
    assertThat(SvgPicture.of(scene, Tokens.of(true), FRAMES)).contains(labels.getFirst().text());
  }

  @ParameterizedTest
  @CsvSource({"12, 20, 2", "60, 110, 5", "300, 700, 12"})
  void nothingOnANodeLiesOverAnythingElseOfIt(
      int services, int arrows, int namespaces, FxRobot robot) throws Exception {
    var scene = scene(services, arrows, namespaces);

    robot.interact(
        () -> {
          for (MapNode node : scene.nodes()) {
            var card = new NodeCard(node, FRAMES.words());
            pane.getChildren().setAll(card);
            pane.applyCss();
            card.layout();
            assertPartsApart(node, card);
          }
        });
  }

  private static void assertPartsApart(MapNode node, NodeCard card) {
    var parts = card.getChildrenUnmodifiable().stream().filter(Node::isVisible).toList();
    for (int i = 0; i < parts.size(); i++) {
      var box = box(parts.get(i));
      assertThat(box.right())
          .as("%s of %s", parts.get(i), node.label())
          .isLessThanOrEqualTo(Placement.NODE_WIDTH);
      for (Node other : parts.subList(i + 1, parts.size())) {
        assertThat(box.grown(-0.5).overlaps(box(other).grown(-0.5)))
            .as("%s over %s of %s", parts.get(i), other, node.label())
            .isFalse();
      }
    }
  }

  private static Box box(Node node) {
    var bounds = node.getBoundsInParent();
    return new Box(bounds.getMinX(), bounds.getMinY(), bounds.getWidth(), bounds.getHeight());
  }

  private static MapScene scene(int services, int arrows, int namespaces)
      throws InterruptedException {
    var structure = Maps.random(7, services, arrows, namespaces);
    return MapScene.of(BigMap.content(structure), new ElkLayout().place(structure));
  }

  /** All of it in the window's sizes, and from every distance. */
  private static List<Camera> cameras(MapScene scene) {
    var cameras = new ArrayList<Camera>();
    for (Box view : List.of(new Box(0, 0, 1280, 800), new Box(0, 0, 1920, 1080))) {
      cameras.add(Camera.fitting(scene.bounds(), view));
    }
    DoubleStream.of(0.05, 0.1, 0.2, 0.3, 0.39, 0.41, 0.5, 0.75, 1, 1.5, 2.5)
        .forEach(scale -> cameras.add(new Camera(scale, 13, -7)));
    return cameras;
  }

  private static void assertApart(Camera camera, List<FrameLabels.Label> labels, MapScene scene) {
    var nodes = scene.nodes().stream().map(MapNode::box).map(camera::toView).toList();
    for (int i = 0; i < labels.size(); i++) {
      var label = labels.get(i);
      assertThat(width(label)).as("%s", label).isLessThanOrEqualTo(label.box().width() + 0.5);
      assertThat(overlapped(label.box(), nodes)).as("%s at %s", label, camera).isEmpty();
      assertThat(
              overlapped(
                  label.box(),
                  labels.subList(i + 1, labels.size()).stream()
                      .map(FrameLabels.Label::box)
                      .toList()))
          .as("%s at %s", label, camera)
          .isEmpty();
    }
  }

  private static Optional<Box> overlapped(Box box, List<Box> others) {
    return others.stream().filter(box::overlaps).findFirst();
  }

  private static double width(FrameLabels.Label label) {
    var text = new Text(label.text());
    text.setFont(Font.font("Inter", label.size()));
    return text.getLayoutBounds().getWidth();
  }
}
