package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapGroup;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.Placement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * Where the names of the frames stand: within the frame's foot, or where that is too low below the
 * frame or above it. A name that would lie over a node or another name is left out, and one that is
 * wider than its frame is cut; the pointer on the frame tells it whole.
 */
final class FrameLabels {

  private static final double SMALLEST = 10;
  private static final double FULL = 12;
  private static final double INDENT = 14;
  private static final double FEWEST_LETTERS = 5;

  private final Camera camera;
  private final Frames frames;
  private final List<Box> frameBoxes;
  private final List<Box> looseNodes;
  private final List<Label> placed = new ArrayList<>();

  /**
   * The name of a frame as it is written.
   *
   * @param box what the writing covers, in the view
   * @param cut whether it is less than the whole name
   */
  record Label(GroupId group, String text, Box box, double size, boolean cut) {

    /** Where the letters stand on. */
    double baseline() {
      return box.bottom() - size * 0.3;
    }
  }

  private FrameLabels(MapScene scene, Camera camera, Frames frames) {
    this.camera = camera;
    this.frames = frames;
    this.frameBoxes = scene.groups().stream().map(MapGroup::box).map(camera::toView).toList();
    this.looseNodes =
        scene.nodes().stream()
            .filter(node -> !(node.subject() instanceof MapSubject.InCluster))
            .map(MapNode::box)
            .map(camera::toView)
            .toList();
  }

  /** The names that are written when the scene is seen through the camera. */
  static List<Label> of(MapScene scene, Camera camera, Frames frames) {
    var labels = new FrameLabels(scene, camera, frames);
    scene.groups().forEach(labels::place);
    return List.copyOf(labels.placed);
  }

  private void place(MapGroup group) {
    var frame = camera.toView(group.box());
    double shrink = Math.min(1, camera.scale());
    double size = Math.max(SMALLEST, FULL * shrink);
    double height = size * 1.3;
    boolean within = Placement.FRAME_FOOT * camera.scale() >= height + 5;
    double room = frame.width() - (within ? 2 * INDENT * shrink : 0);
    if (room < FEWEST_LETTERS * size) {
      return;
    }
    var font = Font.font("Inter", size);
    var whole = frames.label(group);
    var text = fitting(whole, font, room);
    double width = width(text, font);
    var places =
        within
            ? Stream.of(
                new Box(frame.x() + INDENT * shrink, frame.bottom() - height - 4, width, height))
            : outside(frame, width, height).filter(this::isFree);
    places
        .findFirst()
        .ifPresent(box -> placed.add(new Label(group.id(), text, box, size, !text.equals(whole))));
  }

  /** Below and above the frame, at its left end, its right end and in its middle. */
  private static Stream<Box> outside(Box frame, double width, double height) {
    return Stream.of(frame.x(), frame.right() - width, frame.centre().x() - width / 2)
        .flatMap(
            x ->
                Stream.of(frame.bottom() + 1, frame.y() - height - 1)
                    .map(y -> new Box(x, y, width, height)));
  }

  private boolean isFree(Box box) {
    return Stream.of(frameBoxes.stream(), looseNodes.stream(), placed.stream().map(Label::box))
        .flatMap(boxes -> boxes)
        .noneMatch(box::overlaps);
  }

  /** The text, or as much of its beginning as there is room for. */
  private static String fitting(String text, Font font, double room) {
    double width = width(text, font);
    if (width <= room) {
      return text;
    }
    int end = Math.max(1, (int) (text.length() * room / width));
    while (end > 1 && width(text.substring(0, end) + "…", font) > room) {
      end--;
    }
    return text.substring(0, end) + "…";
  }

  private static double width(String text, Font font) {
    var measured = new Text(text);
    measured.setFont(font);
    return measured.getLayoutBounds().getWidth();
  }

  /** The whole name of a frame that shows less of it, or nothing. */
  static Optional<String> untold(List<Label> labels, MapGroup group, Frames frames) {
    boolean told =
        labels.stream().anyMatch(label -> label.group().equals(group.id()) && !label.cut());
    return told ? Optional.empty() : Optional.of(frames.label(group));
  }
}
