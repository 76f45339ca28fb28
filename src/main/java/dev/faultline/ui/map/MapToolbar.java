package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.NodeFilter;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Provenance;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.WrappingRow;
import dev.faultline.ui.fx.ScreenTools;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.layout.Region;

/** The buttons below the map. */
final class MapToolbar {

  private static final double STEP = 1.25;

  private static final PseudoClass FILTERING = PseudoClass.getPseudoClass("filtering");

  private final MapViewModel model;
  private final ScreenTools tools;
  private final Words words;
  private final PathWords pathWords;
  private final WrappingRow row = new WrappingRow(8);
  private final Button groups = Icons.button("", this::chooseGroups);
  private final GroupMenu groupMenu;
  private final Button focus = Icons.button("", this::chooseFocus);
  private final Button edges = Icons.button("", this::chooseEdges);
  private final Button compare = Icons.button("", this::toggleCompare);
  private final Button export = Icons.button("", this::chooseExport);
  private final Consumer<Export.Format> exporter;
  private ContextMenu open = new ContextMenu();

  MapToolbar(
      MapViewModel model, ScreenTools tools, MapPane pane, Consumer<Export.Format> exporter) {
    this.model = model;
    this.tools = tools;
    this.words = new Words(tools.words());
    this.pathWords = new PathWords(tools.words());
    this.exporter = exporter;
    this.groupMenu = new GroupMenu(model, tools);
    var closer = Icons.button("−", () -> pane.zoomAtCentre(1 / STEP));
    closer.setAccessibleText(tools.say("map.zoom-out"));
    var farther = Icons.button("+", () -> pane.zoomAtCentre(STEP));
    farther.setAccessibleText(tools.say("map.zoom-in"));
    compare.setText(tools.say("map.compare"));
    compare.setId("map-compare");
    export.setText(tools.say("map.export"));
    row.getChildren()
        .addAll(
            Icons.button(tools.say("map.fit"), pane::glideToFit),
            closer,
            farther,
            Icons.button(tools.say("map.tidy"), model::tidy),
            groups,
            focus,
            edges,
            compare,
            export);
    row.getStyleClass().add("map-toolbar");
  }

  Region node() {
    return row;
  }

  /** Gives the focus to the button that compares. */
  void focusCompare() {
    compare.requestFocus();
  }

  /** How wide it may be before it goes on in a second row. */
  void fit(double width) {
    row.fit(width);
  }

  void show(MapChoice choice, boolean mapIsEmpty) {
    focus.setText(tools.say("map.focus", focusText(choice)));
    focus.pseudoClassStateChanged(FILTERING, !choice.nodes().equals(NodeFilter.ALL));
    var shown =
        Arrays.stream(Provenance.values())
            .filter(model.pictureProperty().get().provenances()::contains)
            .filter(choice.edges().provenances()::contains)
            .map(one -> words.provenance(one == Provenance.BOTH ? Provenance.OBSERVED : one))
            .distinct()
            .collect(Collectors.joining(", "));
    edges.setText(tools.say("map.edges", shown.isEmpty() ? tools.say("map.edges-none") : shown));
    compare.pseudoClassStateChanged(FILTERING, choice.comparison().isPresent());
    compare.setDisable(choice.comparison().isEmpty() && !model.comparing().sides().areAny());
    export.setDisable(mapIsEmpty);
    groups.setText(groupMenu.title());
    boolean useful = groupMenu.isUseful();
    groups.setVisible(useful);
    groups.setManaged(useful);
  }

  /** A filter that is in force stands on its button, so that nothing is hidden in silence. */
  private String focusText(MapChoice choice) {
    var said = new ArrayList<String>();
    switch (choice.focus()) {
      case Focus.Whole _ -> {
        // Only filters are said.
      }
      case Focus.Around(var on, var node) ->
          said.add(tools.say("map.focus-around", focusWords(on), node.label()));
      case Focus.Path path -> said.add(pathWords.title(path, model.path().stateProperty().get()));
    }
    if (choice.nodes().troubles()) {
      said.add(tools.say("map.focus-troubles"));
    }
    int hidden = choice.nodes().hidden().size();
    if (hidden > 0) {
      said.add(tools.words().count("map.hidden-cluster", "map.hidden-clusters", hidden));
    }
    return said.isEmpty() ? focusWords(MapFocus.ALL) : String.join(", ", said);
  }

  private void toggleCompare() {
    model.comparing().toggle();
  }

  private void chooseGroups() {
    openAbove(groups, groupMenu.items());
  }

  private String focusWords(MapFocus on) {
    return switch (on) {
      case ALL -> tools.say("map.focus-all");
      case ONE_HOP -> tools.say("map.focus-one-hop");
      case TWO_HOPS -> tools.say("map.focus-two-hops");
      case THREE_HOPS -> tools.say("map.focus-three-hops");
      case NEEDED_BY -> tools.say("map.focus-needed-by");
      case NEEDS -> tools.say("map.focus-needs");
    };
  }

  private void chooseFocus() {
    var choice = model.choiceProperty().get();
    var current = model.currentProperty().get();
    boolean nothing = current.isEmpty();
    var items =
        Arrays.stream(MapFocus.values())
            .<MenuItem>map(
                on -> {
                  var item = new RadioMenuItem(focusWords(on));
                  item.setSelected(isOn(choice.focus(), on));
                  item.setDisable(on != MapFocus.ALL && nothing);
                  item.setOnAction(event -> model.focus(on));
                  return item;
                })
            .collect(Collectors.toList());
    items.add(pathItem(choice.focus(), current));
    if (nothing) {
      var hint = new MenuItem(tools.say("map.focus-hint"));
      hint.setDisable(true);
      items.add(hint);
    }
    items.add(new SeparatorMenuItem());
    items.addAll(filters(choice.nodes()));
    openAbove(focus, items);
  }

  private static boolean isOn(Focus focus, MapFocus on) {
    return switch (focus) {
      case Focus.Whole _ -> on == MapFocus.ALL;
      case Focus.Around around -> on == around.on();
      case Focus.Path _ -> false;
    };
  }

  private MenuItem pathItem(Focus focus, Optional<MapSubject> from) {
    var item = new RadioMenuItem(tools.say("map.path-to"));
    item.setSelected(focus instanceof Focus.Path);
    item.setDisable(from.isEmpty());
    item.setOnAction(event -> from.ifPresent(model.path()::ask));
    return item;
  }

  private List<MenuItem> filters(NodeFilter filter) {
    var items = new ArrayList<MenuItem>();
    items.add(
        check(
            tools.say("map.filter-troubles"),
            filter.troubles(),
            on -> model.filterNodes(filter.withTroubles(on))));
    var clusters = model.clusters();
    if (clusters.size() > 1) {
      items.add(new SeparatorMenuItem());
      clusters.forEach(
          cluster ->
              items.add(
                  check(
                      tools.say("map.filter-cluster", cluster.name()),
                      !filter.hidden().contains(cluster),
                      on -> model.filterNodes(filter.with(cluster, on)))));
    }
    return items;
  }

  private void chooseEdges() {
    var filter = model.choiceProperty().get().edges();
    var items = new ArrayList<MenuItem>();
    model.pictureProperty().get().provenances().stream()
        .sorted()
        .forEach(
            one ->
                items.add(
                    check(
                        words.provenance(one),
                        filter.provenances().contains(one),
                        on -> model.filterEdges(filter.with(one, on)))));
    items.add(new SeparatorMenuItem());
    for (EdgeClass one : EdgeClass.values()) {
      items.add(
          check(
              words.edgeClass(one),
              filter.classes().contains(one),
              on -> model.filterEdges(filter.with(one, on))));
    }
    items.add(new SeparatorMenuItem());
    items.add(
        check(
            tools.say("map.edges-doubtful"),
            filter.doubtful(),
            on -> model.filterEdges(filter.withDoubtful(on))));
    openAbove(edges, items);
  }

  private void chooseExport() {
    var items =
        Set.of(Export.Format.values()).stream()
            .sorted()
            .<MenuItem>map(
                format -> {
                  var item =
                      new MenuItem(
                          switch (format) {
                            case PNG -> tools.say("map.export-png");
                            case SVG -> tools.say("map.export-svg");
                            case MENDED -> tools.say("map.export-mended");
                          });
                  item.setDisable(format == Export.Format.MENDED && model.mendings().isEmpty());
                  item.setOnAction(event -> exporter.accept(format));
                  return item;
                })
            .toList();
    openAbove(export, items);
  }

  private static CheckMenuItem check(String text, boolean selected, Consumer<Boolean> action) {
    var item = new CheckMenuItem(text);
    item.setSelected(selected);
    item.setOnAction(event -> action.accept(item.isSelected()));
    return item;
  }

  private void openAbove(Node anchor, List<MenuItem> items) {
    open.hide();
    open = new ContextMenu(items.toArray(MenuItem[]::new));
    open.show(anchor, Side.TOP, 0, 0);
  }
}
