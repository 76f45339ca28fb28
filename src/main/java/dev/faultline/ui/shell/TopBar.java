package dev.faultline.ui.shell;

import dev.faultline.ui.control.BrandMark;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.workspace.LinkHealth.Link;
import java.util.ArrayList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.Circle;
import org.kordamp.ikonli.feather.Feather;

/** The head of the window: the clusters, the namespaces, the search, whether it is live. */
final class TopBar {

  private final ShellViewModel model;
  private final ScreenTools tools;
  private final HBox chips = Layouts.row(8);
  private final NamespaceFilter namespaces;
  private final Label live = new CutLabel();
  private final HBox root;

  /**
   * @param search opens the palette
   */
  TopBar(ShellViewModel model, ScreenTools tools, Runnable search) {
    this.model = model;
    this.tools = tools;
    this.namespaces = new NamespaceFilter(model, tools);
    var brand = new Label(tools.say("shell.title"), new BrandMark(20));
    brand.getStyleClass().add("shell-brand");
    live.getStyleClass().add("live-chip");
    live.setMinWidth(Region.USE_PREF_SIZE);
    this.root =
        Layouts.row(
            10,
            brand,
            chips,
            namespaces.root(),
            Layouts.spring(),
            searchButton(search),
            Layouts.spring(),
            live);
    root.getStyleClass().add("top-bar");
  }

  HBox root() {
    return root;
  }

  void subscribe(Subscriptions subscriptions) {
    namespaces.subscribe(subscriptions);
    subscriptions.follow(this::show, model.chips());
  }

  private Button searchButton(Runnable search) {
    var words = new CutLabel(tools.say("shell.search"), "muted");
    var keys = new Label(tools.say("shell.searchKeys"));
    keys.getStyleClass().addAll("mono", "key-hint");
    var inside = Layouts.row(9, Icons.icon(Feather.SEARCH, 14), Layouts.grow(words), keys);
    inside.setPrefWidth(380);
    var button = Icons.button("", search);
    button.setGraphic(inside);
    button.setAccessibleText(tools.say("shell.search"));
    button.getStyleClass().add("search-button");
    button.setId("search");
    return button;
  }

  private void show() {
    var nodes = new ArrayList<Node>();
    for (ClusterChip chip : model.chips()) {
      nodes.add(chip(chip));
    }
    var add =
        Icons.iconButton(
            Feather.PLUS, tools.say("shell.addCluster"), () -> model.show(ScreenId.CONNECT));
    add.setId("add-cluster");
    nodes.add(add);
    chips.getChildren().setAll(nodes);
    Layouts.showIf(namespaces.root(), !model.chips().isEmpty());
    showLive();
  }

  private Node chip(ClusterChip chip) {
    var menu = new MenuButton(chip.id().name());
    menu.getStyleClass().add("cluster-chip");
    if (chip.isProtected()) {
      menu.getStyleClass().add("protected");
    }
    menu.setGraphic(
        Layouts.row(
            6, chip.isProtected() ? Icons.icon(Feather.LOCK, 12) : new Circle(4, colour(chip))));
    var words = new ArrayList<String>();
    chip.environment().ifPresent(words::add);
    if (chip.demo()) {
      words.add(tools.say("shell.simulated"));
    }
    if (chip.isProtected()) {
      words.add(tools.say("shell.protected"));
    }
    if (chip.readOnly()) {
      words.add(tools.say("shell.readOnly"));
    }
    if (!words.isEmpty()) {
      menu.setText(chip.id().name() + "  " + String.join(", ", words));
    }
    var unlink = new MenuItem(tools.say("shell.unlink", chip.id().name()));
    unlink.setOnAction(event -> model.unlink(chip.id()));
    var settings = new MenuItem(tools.say("shell.contextSettings"));
    settings.setOnAction(event -> model.show(ScreenId.SETTINGS));
    menu.getItems().setAll(settings, unlink);
    return menu;
  }

  private static Color colour(ClusterChip chip) {
    try {
      return chip.colour().map(Color::web).orElse(Color.web("#4493f8"));
    } catch (IllegalArgumentException e) {
      return Color.web("#4493f8"); // A name of the user's own that is no colour.
    }
  }

  private void showLive() {
    boolean stale =
        model.chips().stream().anyMatch(chip -> chip.health().link() instanceof Link.Stale);
    boolean loading =
        model.chips().stream().anyMatch(chip -> chip.health().link() instanceof Link.Loading);
    live.getStyleClass().removeAll("stale", "loading");
    if (stale) {
      live.getStyleClass().add("stale");
    } else if (loading) {
      live.getStyleClass().add("loading");
    }
    live.setText(
        stale
            ? tools.say("shell.chipStale")
            : loading ? tools.say("shell.chipLoading") : tools.say("shell.chipLive"));
    Layouts.showIf(live, !model.chips().isEmpty());
  }
}
