package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.column;

import dev.faultline.graph.layout.MapEdge;
import dev.faultline.graph.layout.Point;
import dev.faultline.ui.fx.ScreenTools;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Tells, beside the pointer, why an arrow is believed, or a name that there is no room for. */
final class HoverCard {

  private static final double WIDEST = 460;
  private static final double OFF = 14;

  private final ScreenTools tools;
  private final Words words;
  private final VBox card = column(4);

  HoverCard(ScreenTools tools) {
    this.tools = tools;
    this.words = new Words(tools.words());
    card.getStyleClass().add("hover-card");
    card.setManaged(false);
    card.setMouseTransparent(true);
    card.setVisible(false);
  }

  Region node() {
    return card;
  }

  void show(MapEdge edge, Point at) {
    card.getChildren().clear();
    var head =
        label(
            tools.say("map.edge", edge.line().from().label(), edge.line().to().label()), "strong");
    var what =
        label(
            tools.say(
                "map.edge-class",
                words.edgeClass(edge.dependency().edgeClass()),
                words.status(edge.status())),
            "muted");
    card.getChildren().addAll(head, what);
    if (edge.facts().count() > 1) {
      card.getChildren().add(label(tools.say("map.edge-bundle", edge.facts().count()), "muted"));
    }
    edge.facts()
        .difference()
        .map(words::difference)
        .ifPresent(said -> card.getChildren().add(label(said, "changed-text")));
    words.evidence(edge.dependency()).forEach(line -> card.getChildren().add(label(line, "text")));
    place(at);
  }

  void show(String name, Point at) {
    card.getChildren().setAll(label(name, "text"));
    place(at);
  }

  private void place(Point at) {
    card.setVisible(true);
    card.applyCss();
    double width = Math.min(WIDEST, card.prefWidth(-1));
    double height = card.prefHeight(width);
    var parent = card.getParent();
    double roomX = parent == null ? width : parent.getLayoutBounds().getWidth();
    double roomY = parent == null ? height : parent.getLayoutBounds().getHeight();
    double x = Math.max(4, Math.min(at.x() + OFF, roomX - width - 4));
    double y = at.y() + OFF + height > roomY ? at.y() - OFF - height : at.y() + OFF;
    card.resizeRelocate(x, Math.max(4, y), width, height);
  }

  void hide() {
    card.setVisible(false);
  }

  private static Label label(String text, String style) {
    var label = new Label(text);
    label.getStyleClass().add(style);
    label.setWrapText(true);
    label.setMaxWidth(WIDEST - 24);
    return label;
  }
}
