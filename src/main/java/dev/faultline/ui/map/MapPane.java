package dev.faultline.ui.map;

import dev.faultline.graph.layout.Box;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.MapGroup;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.Point;
import dev.faultline.ui.theme.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.animation.PauseTransition;
import javafx.geometry.Dimension2D;
import javafx.geometry.Insets;
import javafx.scene.layout.Region;
import javafx.scene.shape.Rectangle;
import javafx.util.Duration;

/**
 * The surface of the map: what is near are nodes that can have the focus and speak to screen
 * readers, all else is drawn; both from the same scene, under the same camera.
 */
final class MapPane extends Region {

  private static final double GRIP = 7;

  private final MapCanvas canvas;
  private final HoverLine hoverLine = new HoverLine();
  private final Cards cards;
  private final CameraMotion motion = new CameraMotion(this::look);
  private final PauseTransition rest = new PauseTransition(Duration.millis(160));
  private ScenePainter painter;
  private MapScene scene = MapScene.EMPTY;
  private Camera camera = Camera.AT_FIRST;
  private Optional<MapSubject> selected = Optional.empty();
  private Insets covered = Insets.EMPTY;
  private double overlaid;
  private Supplier<Optional<Box>> hidden = Optional::empty;
  private boolean fitWhenLaidOut;

  /** From where all was last seen: who has not moved away from there still wants to see all. */
  private Camera whole = Camera.AT_FIRST;

  private Dimension2D size = new Dimension2D(0, 0);
  private Runnable watcher = () -> {};
  private Labelled labelled = new Labelled(MapScene.EMPTY, Camera.AT_FIRST, List.of());

  /** What is written on the frames of a scene under a camera: asked at each move of the mouse. */
  private record Labelled(MapScene scene, Camera camera, List<FrameLabels.Label> labels) {
    boolean holds(MapScene other, Camera from) {
      return scene == other && camera.equals(from);
    }
  }

  MapPane(ScenePainter painter, Words words) {
    this.painter = painter;
    this.cards = new Cards(words);
    this.canvas = new MapCanvas(this::steps);
    getStyleClass().add("map-pane");
    getChildren().addAll(canvas, hoverLine, cards);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    setFocusTraversable(true);
    rest.setOnFinished(event -> cards.moving(false));
  }

  /** Shows another scene; the eye stays where it is. One that looks the same is not drawn anew. */
  void show(MapScene other) {
    boolean same = SceneLook.isSame(scene, other);
    scene = other;
    if (same) {
      return;
    }
    hoverLine.hide();
    canvas.redraw();
    requestLayout();
  }

  /** Draws with other colours. */
  void paintWith(ScenePainter other) {
    boolean same = painter.paintsAs(other);
    painter = other;
    if (!same) {
      canvas.redraw();
    }
  }

  /**
   * Says what lies over the map.
   *
   * @param bars how much of the edges they cover: {@link #fit} keeps away from there
   * @param beside how much of the right side nothing of the map can be seen through
   */
  void cover(Insets bars, double beside) {
    covered = bars;
    overlaid = beside;
    requestLayout();
  }

  /** What is brought into view must not lie under that part of the view, if there is one. */
  void avoid(Supplier<Optional<Box>> part) {
    hidden = part;
  }

  /** Is called each time that the map may show another part of itself, or something else. */
  void onLook(Runnable action) {
    watcher = action;
  }

  /** The part of this view in which the map is seen. */
  Box view() {
    return new Box(0, 0, Math.max(1, getWidth() - overlaid), getHeight());
  }

  Tokens tokens() {
    return painter.tokens();
  }

  void select(Optional<MapSubject> subject) {
    selected = subject;
    requestLayout();
  }

  MapScene scene() {
    return scene;
  }

  Camera camera() {
    return camera;
  }

  /** Shows everything, at once. */
  void fit() {
    if (getWidth() <= 0) {
      fitWhenLaidOut = true;
      return;
    }
    motion.stop();
    whole = fitting();
    look(whole);
  }

  /** Moves until everything is seen. */
  void glideToFit() {
    whole = fitting();
    motion.go(camera, whole);
  }

  void pan(double dx, double dy) {
    motion.stop();
    look(camera.moved(dx, dy));
  }

  void zoom(double factor, Point inView) {
    motion.stop();
    look(camera.zoomed(factor, inView));
  }

  /** Puts a place of the map in the middle of the view, at once. */
  void lookAt(Point onMap) {
    motion.stop();
    look(Camera.at(onMap, view().centre(), camera.scale()));
  }

  /** Moves until the place of the map is in the middle of the view. */
  void glideTo(Point onMap) {
    motion.go(camera, Camera.at(onMap, view().centre(), camera.scale()));
  }

  void zoomAtCentre(double factor) {
    motion.go(camera, camera.zoomed(factor, new Point(getWidth() / 2, getHeight() / 2)));
  }

  /** Moves the node into view, near enough to be read; stays where it is if it is there already. */
  void reveal(MapSubject subject) {
    scene
        .find(subject)
        .ifPresent(
            node -> {
              var inView = camera.toView(node.box());
              boolean readable = camera.scale() >= ScenePainter.NEAR;
              boolean under = hidden.get().filter(inView::overlaps).isPresent();
              boolean seen = area().around(inView).equals(area()) && !under;
              if (!readable || !seen) {
                double scale = readable ? camera.scale() : 0.9;
                motion.go(camera, Camera.at(node.box().centre(), area().centre(), scale));
              }
            });
  }

  /** Where a group lies: its frame, or its node if it is folded. */
  Optional<Box> box(GroupId group) {
    return scene
        .find(new MapSubject.Folded(group))
        .map(MapNode::box)
        .or(
            () ->
                scene.groups().stream()
                    .filter(frame -> frame.id().equals(group))
                    .map(MapGroup::box)
                    .findFirst());
  }

  /** Where the middle of the group is seen. */
  Optional<Point> seenAt(GroupId group) {
    return box(group).map(box -> camera.toView(box).centre());
  }

  /**
   * Follows a group that was folded or opened: it is seen where it was, then all of it comes into
   * view, or all of the map if it is folded.
   */
  void follow(GroupId group, Point wasSeenAt) {
    var box = box(group);
    if (box.isEmpty() || getWidth() <= 0) {
      fit();
      return;
    }
    motion.stop();
    look(Camera.at(box.get().centre(), wasSeenAt, camera.scale()));
    boolean folded = scene.find(new MapSubject.Folded(group)).isPresent();
    motion.go(camera, folded ? fitting() : Camera.fitting(box.get(), area()));
  }

  /** The frame at the place, unless a node is there. */
  Optional<GroupId> frameAt(Point inView) {
    var place = camera.toMap(inView);
    return nodeAt(inView).isPresent()
        ? Optional.empty()
        : scene.groups().stream()
            .filter(frame -> frame.box().contains(place.x(), place.y()))
            .map(MapGroup::id)
            .findFirst();
  }

  /** What the place is called, where that is not written there: seen from afar, or cut. */
  Optional<String> untoldAt(Point inView) {
    var node = nodeAt(inView);
    if (node.isPresent()) {
      return node.filter(one -> card(one.subject()).isEmpty()).map(MapNode::label);
    }
    var place = camera.toMap(inView);
    return scene.groups().stream()
        .filter(frame -> frame.box().contains(place.x(), place.y()))
        .findFirst()
        .flatMap(frame -> FrameLabels.untold(labels(), frame, painter.frames()));
  }

  private List<FrameLabels.Label> labels() {
    var seen = camera.snapped();
    if (!labelled.holds(scene, seen)) {
      labelled = new Labelled(scene, seen, FrameLabels.of(scene, seen, painter.frames()));
    }
    return labelled.labels();
  }

  Optional<MapNode> nodeAt(Point inView) {
    var place = camera.toMap(inView);
    return scene.nodes().stream()
        .filter(node -> node.box().contains(place.x(), place.y()))
        .findFirst();
  }

  Optional<MapEdge> edgeAt(Point inView) {
    return EdgeFinder.at(scene, camera.toMap(inView), GRIP / camera.scale());
  }

  /** Makes an arrow stand out. */
  void highlight(Optional<MapEdge> edge) {
    edge.ifPresentOrElse(one -> hoverLine.show(one, camera), hoverLine::hide);
  }

  /** The card of a node, if it is near enough to have one. */
  Optional<NodeCard> card(MapSubject subject) {
    return cards.find(subject);
  }

  /** Lets the receiver see every card that there will be. */
  void onNewCard(Consumer<NodeCard> receiver) {
    cards.onNew(receiver);
  }

  /** Whether everything is drawn as it is to be seen: nothing moves and nothing is stretched. */
  boolean isSettled() {
    return canvas.isSettled();
  }

  @Override
  protected void layoutChildren() {
    canvas.resizeRelocate(0, 0, getWidth(), getHeight());
    fitAgain();
    var seen = camera.snapped();
    cards.lookFrom(seen);
    canvas.show(seen);
    cards.deal(scene, camera, getWidth(), getHeight(), selected);
    setFocusTraversable(cards.areNone());
    watcher.run();
  }

  /** A window of another size still shows all, unless a person has looked at a part. */
  private void fitAgain() {
    var now = new Dimension2D(getWidth(), getHeight());
    boolean resized = size.getWidth() > 0 && !now.equals(size);
    if (now.getWidth() > 0 && (fitWhenLaidOut || (resized && camera.isAt(whole)))) {
      fitWhenLaidOut = false;
      whole = fitting();
      camera = whole;
    }
    size = now;
  }

  private void look(Camera from) {
    cards.moving(true);
    rest.playFromStart();
    camera = from;
    hoverLine.hide();
    requestLayout();
  }

  private Camera fitting() {
    return Camera.fitting(scene.bounds(), area());
  }

  /** The part of the view that no bar covers. */
  private Box area() {
    return new Box(
        covered.getLeft(),
        covered.getTop(),
        Math.max(1, getWidth() - covered.getLeft() - covered.getRight()),
        Math.max(1, getHeight() - covered.getTop() - covered.getBottom()));
  }

  private List<ScenePainter.Step> steps(Camera from, Box area) {
    return painter.steps(
        scene,
        from,
        area,
        from.scale() >= ScenePainter.NEAR ? ScenePainter.Nodes.NONE : ScenePainter.Nodes.BRIEF);
  }
}
