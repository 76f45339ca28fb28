package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.MapScene;
import dev.faultline.graph.layout.MapSubject;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.layout.Pane;
import javafx.scene.transform.Affine;

/** The cards of the nodes that are near and in sight: no more than these, used again and again. */
final class Cards extends Pane {

  private static final double AHEAD = 60;

  private final Words words;
  private final Affine place = new Affine();
  private final Map<MapSubject, NodeCard> shown = new HashMap<>();
  private final Deque<NodeCard> spare = new ArrayDeque<>();
  private Consumer<NodeCard> newCard = card -> {};

  Cards(Words words) {
    this.words = words;
    getTransforms().add(place);
    setPickOnBounds(false);
    setManaged(false);
  }

  /** Lets the receiver see every card that there will be. */
  void onNew(Consumer<NodeCard> receiver) {
    newCard = receiver;
  }

  Optional<NodeCard> find(MapSubject subject) {
    return Optional.ofNullable(shown.get(subject));
  }

  boolean areNone() {
    return shown.isEmpty();
  }

  /** While the map moves, the pictures of the cards are moved and not drawn anew. */
  void moving(boolean isMoving) {
    shown.values().forEach(card -> card.setCache(isMoving));
  }

  /** Shows the cards where the camera sees them; their text is on whole pixels. */
  void lookFrom(Camera seen) {
    place.setMxx(seen.scale());
    place.setMyy(seen.scale());
    place.setTx(seen.x());
    place.setTy(seen.y());
  }

  /**
   * Gives a card to every node in sight; from afar only to the selected one, so that the focus has
   * a place.
   */
  void deal(
      MapScene scene, Camera camera, double width, double height, Optional<MapSubject> selected) {
    var seen = camera.seen(width, height).grown(AHEAD);
    var wanted = new HashMap<MapSubject, MapNode>();
    if (camera.scale() >= ScenePainter.NEAR) {
      for (MapNode node : scene.nodes()) {
        if (node.box().overlaps(seen)) {
          wanted.put(node.subject(), node);
        }
      }
    } else {
      selected
          .flatMap(scene::find)
          .filter(node -> node.box().overlaps(seen))
          .ifPresent(node -> wanted.put(node.subject(), node));
    }
    takeBack(wanted);
    wanted.forEach(
        (subject, node) ->
            shown.computeIfAbsent(subject, s -> take(node)).show(node, camera.scale()));
    var entry = selected.filter(shown::containsKey).or(() -> first(wanted));
    shown.forEach(
        (subject, card) -> {
          card.select(selected.filter(subject::equals).isPresent());
          card.setFocusTraversable(entry.filter(subject::equals).isPresent());
        });
  }

  @Override
  protected void layoutChildren() {
    // Every card lies where it was put.
  }

  /** With Tab one gets to the node at the upper left; from there on the arrows lead. */
  private static Optional<MapSubject> first(Map<MapSubject, MapNode> wanted) {
    return wanted.values().stream()
        .min(
            Comparator.comparing((MapNode node) -> node.box().x())
                .thenComparing(node -> node.box().y()))
        .map(MapNode::subject);
  }

  private void takeBack(Map<MapSubject, MapNode> wanted) {
    shown
        .entrySet()
        .removeIf(
            entry -> {
              boolean unwanted = !wanted.containsKey(entry.getKey());
              if (unwanted) {
                entry.getValue().setVisible(false);
                spare.push(entry.getValue());
              }
              return unwanted;
            });
  }

  private NodeCard take(MapNode node) {
    if (!spare.isEmpty()) {
      var card = spare.pop();
      card.setCache(false);
      card.setVisible(true);
      return card;
    }
    var card = new NodeCard(node, words);
    getChildren().add(card);
    newCard.accept(card);
    return card;
  }
}
