package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.row;

import dev.faultline.graph.layout.Difference.OnlyIn;
import dev.faultline.graph.layout.MapComparison;
import dev.faultline.graph.layout.MapComparison.Side;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;

/** What the lines of the arrows and the marks mean; only those that this map has. */
final class Legend {

  private final Words words;
  private final HBox row = row(18);

  Legend(Words words) {
    this.words = words;
    row.getStyleClass().add("map-legend");
    row.setMaxSize(HBox.USE_PREF_SIZE, HBox.USE_PREF_SIZE);
  }

  HBox node() {
    return row;
  }

  /**
   * @param entries whether calls from outside come to any of the nodes
   */
  void show(Set<EdgeKind> kinds, Optional<MapComparison> compared, boolean entries) {
    var lines = EnumSet.noneOf(EdgeKind.class);
    // Whether what is seen is declared as well shows in its evidence, not in its line.
    kinds.forEach(kind -> lines.add(kind == EdgeKind.BOTH ? EdgeKind.OBSERVED : kind));
    row.getChildren().setAll(lines.stream().map(this::line).toList());
    if (entries) {
      row.getChildren().add(entry());
    }
    compared.ifPresent(
        both -> {
          for (Side side : Side.values()) {
            row.getChildren().add(entry(new OnlyIn(side, both.name(side))));
          }
        });
    row.setVisible(!row.getChildren().isEmpty());
  }

  private Node entry(OnlyIn only) {
    var sign = new Label(only.side() == Side.LEFT ? "−" : "+");
    sign.getStyleClass().addAll("legend-sign", "only-" + MapLook.colour(only));
    return row(6, sign, label(words.difference(only)));
  }

  private Node entry() {
    var mark = new SVGPath();
    mark.setContent(MapLook.ENTRY);
    mark.setStrokeWidth(MapLook.ENTRY_WIDTH);
    mark.getStyleClass().add("node-entry");
    return row(8, mark, label(words.entryInShort()));
  }

  private Node line(EdgeKind kind) {
    var line = new Line(0, 0, 26, 0);
    line.getStyleClass().add("legend-line");
    line.getStrokeDashArray().setAll(Arrays.stream(MapLook.dashes(kind)).boxed().toList());
    return row(8, line, label(words.edgeKind(kind)));
  }

  private static Label label(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    return label;
  }
}
