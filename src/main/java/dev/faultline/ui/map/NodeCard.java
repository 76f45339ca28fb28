package dev.faultline.ui.map;

import dev.faultline.graph.layout.Difference;
import dev.faultline.graph.layout.MapNode;
import dev.faultline.graph.layout.NodeSort;
import dev.faultline.graph.layout.Placement;
import dev.faultline.model.Health.Status;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.MarkIcon;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.shape.SVGPath;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A node of the map that is near enough to be read; used again for another when it is not. */
final class NodeCard extends Region {

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final double GAP = 7;
  private static final double SIDE = 11;

  private final Words words;
  private final MarkIcon mark = new MarkIcon(dev.faultline.ui.control.Mark.UNKNOWN, 15, "");
  private final CutLabel name = new CutLabel("", "node-name");
  private final FontIcon sort = Icons.icon(Feather.DATABASE, 13);
  private final Label version = new Label();
  private final Label age = new Label();
  private final Label replicas = new Label();
  private final HealthBar bar = new HealthBar();
  private final SVGPath entry = new SVGPath();
  private MapNode node;

  NodeCard(MapNode node, Words words) {
    this.words = words;
    this.node = node;
    getStyleClass().add("map-node");
    setAccessibleRole(AccessibleRole.BUTTON);
    setFocusTraversable(false);
    version.getStyleClass().addAll("mono", "muted", "node-version");
    replicas.getStyleClass().addAll("muted", "node-replicas");
    entry.setContent(MapLook.ENTRY);
    entry.setStrokeWidth(MapLook.ENTRY_WIDTH);
    entry.setLayoutY(MapLook.ENTRY_TOP);
    entry.getStyleClass().add("node-entry");
    entry.setManaged(false);
    getChildren().addAll(mark, name, sort, version, age, replicas, bar, entry);
    setManaged(false);
    fill(node);
  }

  MapNode node() {
    return node;
  }

  /** Shows this node from now on, on whole pixels: between them it would be blurred. */
  void show(MapNode other, double scale) {
    relocate(
        Math.rint(other.box().x() * scale) / scale, Math.rint(other.box().y() * scale) / scale);
    if (!other.equals(node)) {
      fill(other);
    }
  }

  void select(boolean selected) {
    pseudoClassStateChanged(SELECTED, selected);
  }

  private void fill(MapNode other) {
    node = other;
    var facts = other.facts();
    mark.show(Words.mark(facts.status()), words.status(facts.status()));
    name.setText(other.label());
    var written = NodeWriting.of(facts, words);
    version.setText(facts.sort() == NodeSort.OUTSIDE ? words.outside() : written.version());
    age.setText(written.badge());
    age.getStyleClass().setAll("label", "badge", "badge-" + MapLook.badge(facts));
    age.setVisible(!written.badge().isEmpty());
    age.setTooltip(
        facts
            .difference()
            .map(words::difference)
            .filter(whole -> !whole.equals(written.badge()))
            .map(Tooltip::new)
            .orElse(null));
    replicas.setText(facts.members().map(words::count).orElse(written.replicas()));
    sort.setVisible(facts.sort() != NodeSort.APPLICATION && facts.sort() != NodeSort.FOLDED);
    sort.setIconCode(icon(facts.sort()));
    entry.setVisible(facts.entry());
    bar.setVisible(facts.members().isPresent());
    facts.members().ifPresent(members -> bar.show(members, Placement.NODE_WIDTH - 2 * SIDE));
    resize(Placement.NODE_WIDTH, Placement.height(other.subject()));
    getStyleClass().setAll("map-node", style(facts.status()));
    facts
        .difference()
        .filter(Difference.OnlyIn.class::isInstance)
        .map(MapLook::colour)
        .ifPresent(token -> getStyleClass().add("only-" + token));
    if (MapLook.isOutside(other)) {
      getStyleClass().add("outside");
    }
    setAccessibleText(words.node(other));
    requestLayout();
  }

  private static Feather icon(NodeSort sort) {
    return switch (sort) {
      case APPLICATION, FRONT, FOLDED -> Feather.SHARE_2;
      case STORE -> Feather.DATABASE;
      case BROKER -> Feather.LAYERS;
      case OUTSIDE -> Feather.EXTERNAL_LINK;
    };
  }

  private static String style(Status status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  @Override
  protected void layoutChildren() {
    double right = Placement.NODE_WIDTH - SIDE;
    mark.resizeRelocate(SIDE, 10.5, 15, 15);
    if (bar.isVisible()) {
      layoutFolded(right);
      return;
    }
    double iconWidth = sort.isVisible() ? 20 : 0;
    double left = SIDE + 23;
    name.resizeRelocate(left, 8, right - left - iconWidth, 20);
    sort.relocate(right - sort.getLayoutBounds().getWidth(), 11);
    double line = 29;
    double ageWidth = age.isVisible() ? Math.min(right - SIDE, age.prefWidth(-1)) + GAP : 0;
    double replicasWidth = replicas.prefWidth(-1);
    double room = right - SIDE - ageWidth - replicasWidth - GAP;
    double most = age.isVisible() ? 96 : room;
    double versionWidth = Math.max(0, Math.min(version.prefWidth(-1), Math.min(most, room)));
    version.resizeRelocate(SIDE, line, versionWidth, 17);
    double ageLeft = versionWidth == 0 ? SIDE : SIDE + versionWidth + GAP;
    age.resizeRelocate(ageLeft, line, Math.max(0, ageWidth - GAP), 17);
    replicas.resizeRelocate(right - replicasWidth, line, replicasWidth, 17);
  }

  private void layoutFolded(double right) {
    double left = SIDE + 23;
    double ageWidth = age.isVisible() ? age.prefWidth(-1) : 0;
    name.resizeRelocate(left, 8, right - left - (age.isVisible() ? ageWidth + GAP : 0), 20);
    age.resizeRelocate(right - ageWidth, 9.5, ageWidth, 17);
    replicas.resizeRelocate(SIDE, 31, right - SIDE, 17);
    bar.resizeRelocate(SIDE, 57, right - SIDE, 5);
  }
}
