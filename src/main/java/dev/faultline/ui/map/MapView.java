package dev.faultline.ui.map;

import dev.faultline.graph.layout.ComparedMap;
import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.ResourceRef;
import dev.faultline.ui.control.EmptyState;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.ui.theme.Tokens;
import dev.faultline.workspace.Workspace;
import java.util.Optional;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** The map screen: the map with its bars, and the inspector beside it or, if narrow, over it. */
public final class MapView {

  private static final double NARROW = 1360;
  private static final double NAVIGATION = 72;
  private static final double INSPECTOR_LEAST = 316;
  private static final double INSPECTOR_MOST = 372;
  private static final double INSPECTOR_SHARE = 0.272;
  private static final double BAR = 58;
  private static final double MARGIN = 16;
  private static final Duration AGES = Duration.seconds(20);

  private final MapViewModel model;
  private final ScreenTools tools;
  private final ObservableValue<Boolean> dark;
  private final MapPane pane;
  private final HeadlineBar headline;
  private final CompareBar compare;
  private final MapToolbar toolbar;
  private final Legend legend;
  private final MiniMap miniMap;
  private final InspectorView inspector;
  private final FocusHint hint;
  private final Label groups = new Label();
  private final StackPane message = new StackPane();
  private final StackPane centre;
  private final BorderPane root = new BorderPane();
  private Tokens tokens;
  private int layout;

  /** How much of the map the inspector lies over. */
  private double overlaid;

  private Optional<MapSubject> awaited = Optional.empty();

  /**
   * @param dark whether the dark theme is shown: what is drawn follows it
   */
  public MapView(MapViewModel model, ScreenTools tools, ObservableValue<Boolean> dark) {
    this.model = model;
    this.tools = tools;
    this.dark = dark;
    this.tokens = Tokens.of(dark.getValue());
    var words = new Words(tools.words());
    this.pane = new MapPane(painter(), words);
    this.headline = new HeadlineBar(model, tools);
    this.compare = new CompareBar(model.comparing(), tools);
    this.toolbar = new MapToolbar(model, tools, pane, this::export);
    this.legend = new Legend(words);
    this.miniMap = new MiniMap(pane, tools.say("map.minimap"));
    this.inspector = new InspectorView(model, tools, this::bring);
    this.hint = new FocusHint(model, tools);
    var hover = new HoverCard(tools);
    new MapInput(pane, model, hover);
    pane.setAccessibleText(tools.say("map.title"));
    this.centre =
        new StackPane(
            pane,
            message,
            headline.node(),
            compare.node(),
            toolbar.node(),
            legend.node(),
            miniMap,
            groups,
            hint.node(),
            hover.node());
    build();
    Subscriptions.whileShown(root, this::subscribe);
  }

  public Parent root() {
    return root;
  }

  /** Brings the service into view and selects it, now or as soon as it is on the map. */
  public void reveal(ResourceRef service) {
    model.selectedProperty().set(Optional.of(service));
    bring(new MapSubject.InCluster(service));
  }

  /** Moves the node into view, out of its folded group if it is in one. */
  private void bring(MapSubject subject) {
    awaited = Optional.of(subject);
    model.unfilter(subject);
    model.hiding(subject).ifPresent(model::open);
    revealAwaited();
  }

  /** What the picture on the screen was made from, if it is drawn as it is to be seen. */
  public Optional<Workspace> drawn() {
    return Optional.of(model.pictureProperty().get().workspace()).filter(shown -> isSettled());
  }

  /** Whether the map is drawn as it is to be seen. */
  boolean isSettled() {
    return pane.isSettled();
  }

  MapPane pane() {
    return pane;
  }

  private void build() {
    root.getStyleClass().add("map-screen");
    centre.getStyleClass().add("map-centre");
    centre.setMinSize(0, 0);
    StackPane.setAlignment(headline.node(), Pos.TOP_LEFT);
    StackPane.setAlignment(compare.node(), Pos.TOP_LEFT);
    groups.getStyleClass().add("map-groups");
    groups.setMouseTransparent(true);
    StackPane.setAlignment(groups, Pos.TOP_RIGHT);
    StackPane.setAlignment(hint.node(), Pos.TOP_LEFT);
    StackPane.setAlignment(toolbar.node(), Pos.BOTTOM_LEFT);
    StackPane.setAlignment(legend.node(), Pos.BOTTOM_RIGHT);
    StackPane.setAlignment(miniMap, Pos.BOTTOM_RIGHT);
    message.setPickOnBounds(false);
    root.setCenter(centre);
    root.widthProperty().addListener(width -> arrange());
    for (Region bar : new Region[] {toolbar.node(), compare.node(), legend.node()}) {
      bar.widthProperty().addListener(width -> placeCorner());
      bar.heightProperty().addListener(height -> cover(model.pictureProperty().get()));
      bar.heightProperty().addListener(height -> placeCorner());
    }
    centre.widthProperty().addListener(width -> arrange());
    centre.heightProperty().addListener(height -> placeCorner());
    legend.node().visibleProperty().addListener(visible -> placeCorner());
  }

  private void subscribe(Subscriptions subscriptions) {
    subscriptions.add(model.follow());
    subscriptions.follow(model.pictureProperty(), this::show);
    subscriptions.follow(model.inspectionProperty(), inspector::show);
    subscriptions.follow(
        model.choiceProperty(),
        choice -> {
          toolbar.show(choice, model.pictureProperty().get().scene().isEmpty());
          compare(model.pictureProperty().get());
        });
    subscriptions.follow(model.path().stateProperty(), this::hint);
    subscriptions.follow(model.currentProperty(), this::select);
    subscriptions.follow(model.arrowProperty(), this::mark);
    subscriptions.follow(dark, this::paint);
    var ages = new Timeline(new KeyFrame(AGES, event -> model.refresh()));
    ages.setCycleCount(Animation.INDEFINITE);
    ages.play();
    subscriptions.add(ages::stop);
  }

  private void show(MapPicture picture) {
    var frames = frames(picture);
    pane.paintWith(new ScenePainter(tokens, frames));
    var refolded = picture.layout() == layout ? Optional.<GroupId>empty() : model.takeRefolded();
    var seenAt = refolded.flatMap(pane::seenAt);
    pane.show(picture.scene());
    boolean comparing = picture.choice().comparison().isPresent();
    headline.show(picture.headline().filter(one -> !comparing));
    compare(picture);
    legend.show(
        picture.edgeKinds(),
        picture.compared().map(ComparedMap::comparison),
        picture.scene().hasEntries());
    toolbar.show(picture.choice(), picture.scene().isEmpty());
    say(picture.situation());
    hint.show(model.path().stateProperty().get(), picture);
    cover(picture);
    if (picture.layout() != layout) {
      layout = picture.layout();
      if (refolded.isPresent() && seenAt.isPresent()) {
        pane.follow(refolded.get(), seenAt.get());
      } else {
        pane.fit();
      }
    }
    tell(picture.grouping());
    revealAwaited();
  }

  /** Who closes the bar from the keyboard is back where it was opened. */
  private void compare(MapPicture picture) {
    boolean within = compare.node().isFocusWithin();
    compare.show(model.choiceProperty().get().comparison(), picture);
    if (within && !compare.node().isVisible()) {
      toolbar.focusCompare();
    }
  }

  private void tell(MapPicture.Grouping grouping) {
    groups.setText(
        grouping.folded().isEmpty()
            ? ""
            : tools.say("map.groups-said", grouping.services(), grouping.groups().size()));
    groups.setVisible(!grouping.folded().isEmpty() && !hint.isShown());
  }

  /** What is asked matters more than how the services are grouped: there is room for one line. */
  private void hint(PathModel.State state) {
    hint.show(state, model.pictureProperty().get());
    tell(model.pictureProperty().get().grouping());
    cover(model.pictureProperty().get());
  }

  private void cover(MapPicture picture) {
    double top = below(picture) - (hasBar(picture) ? 8 : 2);
    StackPane.setMargin(groups, new Insets(below(picture), overlaid + 20, 0, 0));
    StackPane.setMargin(hint.node(), new Insets(below(picture), overlaid + MARGIN, 0, MARGIN));
    if (hint.isShown()) {
      top += hint.height() + 8;
    }
    double bottom = toolbar.node().getHeight() + 2 * MARGIN;
    pane.cover(new Insets(top, overlaid + 20, bottom, 20), overlaid);
  }

  /** Where there is room below the bar at the top; that of a comparison may have two rows. */
  private double below(MapPicture picture) {
    double bar = hasBar(picture) ? BAR + 22 : 22;
    return compare.node().isVisible()
        ? Math.max(bar, compare.node().getHeight() + 2 * MARGIN + 8)
        : bar;
  }

  private static boolean hasBar(MapPicture picture) {
    return picture.headline().isPresent() || picture.choice().comparison().isPresent();
  }

  private void revealAwaited() {
    awaited
        .filter(subject -> pane.scene().find(subject).isPresent())
        .ifPresent(
            subject -> {
              awaited = Optional.empty();
              pane.reveal(subject);
            });
  }

  private void select(Optional<MapSubject> subject) {
    pane.select(subject);
    subject.ifPresent(pane::reveal);
    arrange();
  }

  private void mark(Optional<Line> arrow) {
    pane.highlight(arrow.flatMap(pane.scene()::find));
    arrange();
  }

  private void paint(boolean isDark) {
    tokens = Tokens.of(isDark);
    pane.paintWith(painter());
  }

  private ScenePainter painter() {
    return new ScenePainter(tokens, frames(model.pictureProperty().get()));
  }

  private Frames frames(MapPicture picture) {
    // Two that are compared lie in the frames of one of them, most often.
    boolean several =
        picture.scene().groups().stream().map(one -> one.id().cluster()).distinct().count() > 1;
    return new Frames(
        tools.words(), picture.severalClusters() && (picture.compared().isEmpty() || several));
  }

  private void export(Export.Format format) {
    var picture = model.pictureProperty().get();
    new Export(tools, frames(picture)).save(format, picture.scene(), tokens, model.mendings());
  }

  /** Beside the map where there is room, else over its right side while something is selected. */
  private void arrange() {
    double window = root.getWidth() + NAVIGATION;
    Region panel = inspector.node();
    double width = Math.clamp(root.getWidth() * INSPECTOR_SHARE, INSPECTOR_LEAST, INSPECTOR_MOST);
    panel.setMinWidth(width);
    panel.setPrefWidth(width);
    panel.setMaxWidth(width);
    boolean narrow = window < NARROW;
    if (narrow) {
      root.setRight(null);
      if (!centre.getChildren().contains(panel)) {
        centre.getChildren().add(panel);
        StackPane.setAlignment(panel, Pos.CENTER_RIGHT);
      }
      panel.setVisible(
          model.currentProperty().get().isPresent() || model.arrowProperty().get().isPresent());
    } else if (root.getRight() != panel) {
      centre.getChildren().remove(panel);
      root.setRight(panel);
      panel.setVisible(true);
    }
    overlaid = narrow && panel.isVisible() ? width : 0;
    toolbar.fit(centre.getWidth() - overlaid - 2 * MARGIN);
    compare.fit(centre.getWidth() - overlaid - 2 * MARGIN);
    for (Node bar : new Node[] {headline.node(), compare.node(), toolbar.node()}) {
      StackPane.setMargin(bar, new Insets(15, overlaid + 16, 15, 16));
    }
    placeCorner();
    hint.fit(centre.getWidth() - overlaid - 2 * MARGIN);
    cover(model.pictureProperty().get());
  }

  /** The legend beside the toolbar if there is room, else above it; over both the small map. */
  private void placeCorner() {
    double besideToolbar = MARGIN - 1;
    double aboveToolbar = MARGIN + 7 + toolbar.node().getHeight();
    boolean isLegend = legend.node().isVisible();
    double legendAt = hasRoom(legend.node().getWidth()) ? besideToolbar : aboveToolbar;
    double above = legendAt + legend.node().getHeight() + 8;
    double free = hasRoom(MiniMap.WIDTH) ? besideToolbar : aboveToolbar;
    double miniMapAt = isLegend ? Math.max(above, free) : free;
    StackPane.setMargin(legend.node(), new Insets(0, overlaid + MARGIN, legendAt, MARGIN));
    StackPane.setMargin(miniMap, new Insets(0, overlaid + MARGIN, miniMapAt, MARGIN));
  }

  private boolean hasRoom(double besideToolbar) {
    double room = centre.getWidth() - overlaid - 3 * MARGIN;
    return toolbar.node().getWidth() + besideToolbar <= room;
  }

  private void say(Situation situation) {
    message.getChildren().clear();
    Optional<EmptyState> state =
        switch (situation) {
          case Situation.Showing ignored -> Optional.empty();
          case Situation.Loading ignored ->
              Optional.of(
                  empty(Feather.LOADER, tools.say("map.loading"), tools.say("map.loading-text")));
          case Situation.NothingLinked ignored ->
              Optional.of(
                  empty(Feather.LINK, tools.say("map.unlinked"), tools.say("map.unlinked-text")));
          case Situation.Forbidden(String reason) ->
              Optional.of(
                  empty(
                      Feather.LOCK,
                      tools.say("map.forbidden"),
                      tools.say("map.forbidden-text", reason)));
          case Situation.FilteredOut(boolean allWell) ->
              Optional.of(
                  empty(
                      allWell ? Feather.CHECK_CIRCLE : Feather.FILTER,
                      tools.say(allWell ? "map.nothing-unwell" : "map.filtered-out"),
                      tools.say("map.filtered-text")));
          case Situation.NothingDiffers(String left, String right) ->
              Optional.of(
                  empty(
                      Feather.CHECK_CIRCLE,
                      tools.say("map.nothing-differs"),
                      tools.say("map.nothing-differs-text", left, right)));
          case Situation.NoServices(var namespaces) ->
              Optional.of(
                  empty(
                      Feather.INBOX,
                      tools.say("map.empty"),
                      namespaces.isEmpty()
                          ? tools.say("map.empty-text")
                          : tools.say(
                              "map.empty-namespaces",
                              String.join(", ", new java.util.TreeSet<>(namespaces)))));
        };
    state.ifPresent(message.getChildren()::add);
    toolbar.node().setVisible(state.isEmpty() || situation instanceof Situation.FilteredOut);
  }

  private static EmptyState empty(Feather icon, String title, String text) {
    var state = new EmptyState(icon, title, text);
    state.setMouseTransparent(true);
    return state;
  }
}
