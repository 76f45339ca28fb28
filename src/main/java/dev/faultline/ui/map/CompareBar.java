package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.showIf;

import dev.faultline.graph.layout.ComparedMap;
import dev.faultline.graph.layout.MapComparison;
import dev.faultline.graph.layout.MapComparison.Side;
import dev.faultline.graph.layout.MapSide;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.WrappingRow;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.kordamp.ikonli.feather.Feather;

/** Says which two sides the map lays over each other and how much differs; lets choose others. */
final class CompareBar {

  private static final double WIDEST_SIDE = 220;

  private final CompareModel model;
  private final ScreenTools tools;
  private final WrappingRow bar = new WrappingRow(10);
  private Optional<Controls> controls = Optional.empty();
  private double width = WIDEST_SIDE;
  private boolean filling;

  CompareBar(CompareModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    bar.getStyleClass().add("map-compare");
    showIf(bar, false);
  }

  /** What is in the bar; made when it is first wanted, as it would hold up the first map. */
  private final class Controls {

    private final ComboBox<MapSide> left = new ComboBox<>();
    private final ComboBox<MapSide> right = new ComboBox<>();
    private final Label counts = new Label();
    private final CheckBox only = new CheckBox();

    Controls() {
      for (ComboBox<MapSide> side : List.of(left, right)) {
        side.setMaxWidth(WIDEST_SIDE);
        side.setConverter(new Names());
        side.valueProperty().addListener((property, before, now) -> choose(this));
      }
      left.setId("compare-left");
      left.setAccessibleText(tools.say("map.compare-left"));
      right.setId("compare-right");
      right.setAccessibleText(tools.say("map.compare-right"));
      only.setText(tools.say("map.compare-only"));
      only.setId("compare-only");
      only.setOnAction(event -> choose(this));
      counts.setId("compare-counts");
      counts.getStyleClass().add("muted");
      counts.setWrapText(true);
      Button close = Icons.iconButton(Feather.X, tools.say("map.compare-close"), model::stop);
      close.setId("compare-close");
      close.getStyleClass().add("flat");
      var with = new Label(tools.say("map.compare-and"));
      with.getStyleClass().add("muted");
      bar.getChildren().addAll(left, with, right, only, close, counts);
    }

    void fit(double within) {
      counts.setMaxWidth(
          Math.max(120, within - bar.getInsets().getLeft() - bar.getInsets().getRight()));
    }
  }

  Region node() {
    return bar;
  }

  /** How wide it may be before it goes on in a second row. */
  void fit(double width) {
    bar.fit(width);
    this.width = width;
    controls.ifPresent(shown -> shown.fit(width));
  }

  /**
   * Shows what is compared.
   *
   * @param chosen what shall be; the picture may still be of something else
   */
  void show(Optional<MapComparison> chosen, MapPicture picture) {
    showIf(bar, chosen.isPresent());
    chosen.ifPresent(both -> fill(made(), both, picture));
  }

  private Controls made() {
    var shown = controls.orElseGet(Controls::new);
    if (controls.isEmpty()) {
      controls = Optional.of(shown);
      shown.fit(width);
    }
    return shown;
  }

  private void fill(Controls shown, MapComparison both, MapPicture picture) {
    filling = true;
    var sides = model.sides();
    set(shown.left, sides.all(), both.left());
    set(shown.right, sides.others(both.left()), both.right());
    shown.only.setSelected(both.onlyDifferences());
    shown.counts.setText(said(both, picture));
    filling = false;
  }

  private String said(MapComparison both, MapPicture picture) {
    if (picture.choice().comparison().filter(both::hasSameSides).isEmpty()) {
      return tools.say("map.compare-waiting");
    }
    return picture
        .compared()
        .map(found -> words(both, found.counts(), picture.workspace()))
        .orElseGet(() -> tools.say("map.compare-unlinked"));
  }

  /** The names of clusters are often longer than there is room: the whole is told on hover. */
  private static void set(ComboBox<MapSide> box, List<MapSide> items, MapSide value) {
    if (!box.getItems().equals(items)) {
      box.getItems().setAll(items);
    }
    box.setValue(value);
    var name = box.getConverter().toString(value);
    if (box.getTooltip() == null || !box.getTooltip().getText().equals(name)) {
      box.setTooltip(new Tooltip(name));
    }
  }

  private String words(MapComparison both, ComparedMap.Counts counts, Workspace workspace) {
    var doubts = doubts(both, workspace);
    if (counts.isNothing()) {
      return doubts.isEmpty() ? tools.say("map.nothing-differs") : doubts;
    }
    var said = new ArrayList<String>();
    if (counts.onlyLeft() > 0) {
      said.add(tools.say("map.compare-only-in", counts.onlyLeft(), both.name(Side.LEFT)));
    }
    if (counts.onlyRight() > 0) {
      said.add(tools.say("map.compare-only-in", counts.onlyRight(), both.name(Side.RIGHT)));
    }
    if (counts.versions() > 0) {
      said.add(tools.say("map.compare-versions", counts.versions()));
    }
    if (counts.arrows() > 0) {
      said.add(tools.words().count("map.compare-arrow", "map.compare-arrows", counts.arrows()));
    }
    var all = String.join(", ", said);
    return doubts.isEmpty() ? all : all + ". " + doubts;
  }

  /** What can't be read, or not yet, looks as if it were missing. */
  private String doubts(MapComparison both, Workspace workspace) {
    return Stream.of(both.left(), both.right())
        .map(MapSide::cluster)
        .distinct()
        .flatMap(id -> workspace.cluster(id).stream())
        .flatMap(cluster -> doubt(cluster).stream())
        .collect(Collectors.joining(" "));
  }

  private Optional<String> doubt(ClusterPicture cluster) {
    var name = cluster.id().name();
    if (cluster.isLoading()) {
      return Optional.of(tools.say("map.compare-loading", name));
    }
    return Situation.isUnreadable(cluster)
        ? Optional.of(tools.say("map.compare-unreadable", name))
        : Optional.empty();
  }

  private void choose(Controls shown) {
    var from = shown.left.getValue();
    var to = shown.right.getValue();
    if (filling || from == null) {
      return;
    }
    var sides = model.sides();
    boolean fits = to != null && sides.others(from).contains(to);
    var other = fits ? Optional.of(to) : sides.mostAlike(from);
    other.ifPresent(one -> model.start(new MapComparison(from, one, shown.only.isSelected())));
  }

  /** "shop in prod-eu"; "prod-eu, all namespaces". */
  private final class Names extends StringConverter<MapSide> {
    @Override
    public String toString(MapSide side) {
      if (side == null) {
        return "";
      }
      return side.namespace()
          .map(
              namespace ->
                  model.sides().hasSeveralClusters()
                      ? tools.say("map.compare-side", namespace, side.cluster().name())
                      : namespace)
          .orElseGet(() -> tools.say("map.compare-cluster", side.cluster().name()));
    }

    @Override
    public MapSide fromString(String text) {
      throw new UnsupportedOperationException("sides are chosen, not typed");
    }
  }
}
