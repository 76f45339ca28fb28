package dev.faultline.ui.settings;

import dev.faultline.settings.WindowSettings;
import dev.faultline.settings.WindowSettings.Theme;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** What the user sets: looks, the log, and how careful to be with each context. */
public final class SettingsView {

  private final SettingsViewModel model;
  private final ScreenTools tools;
  private final VBox contexts = new VBox();
  private final ToggleGroup themes = new ToggleGroup();
  private final Spinner<Integer> fontSize =
      new Spinner<>(WindowSettings.SMALLEST_FONT, WindowSettings.LARGEST_FONT, 13);
  private final CutLabel logFolder = new CutLabel("", "mono");
  private final ScrollPane root;

  public SettingsView(SettingsViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    var title = new Label(tools.say("settings.title"));
    title.getStyleClass().add("screen-title");
    var file = new CutLabel(tools.say("settings.file", model.file().toString()), "muted");
    var page = new VBox(14, title, file);
    model
        .trouble()
        .ifPresent(
            sentence -> {
              var label = new Label(sentence);
              label.setWrapText(true);
              label.getStyleClass().add("settings-trouble");
              page.getChildren().add(label);
            });
    page.getChildren()
        .addAll(
            section(tools.say("settings.looks"), theme(), fontSize()),
            section(tools.say("settings.logs"), logs()),
            section(tools.say("settings.contexts"), contexts));
    page.getStyleClass().add("settings-page");
    this.root = new ScrollPane(page);
    root.setFitToWidth(true);
    Subscriptions.whileShown(root, this::subscribe);
  }

  public Parent root() {
    return root;
  }

  private void subscribe(Subscriptions subscriptions) {
    subscriptions.follow(() -> show(), model.settingsProperty());
    subscriptions.follow(this::showContexts, model.contextsProperty(), model.settingsProperty());
    model.follow(subscriptions);
  }

  private static Node section(String title, Node... nodes) {
    var head = new Label(title);
    head.getStyleClass().add("section-title");
    var body = new VBox(10, nodes);
    body.getStyleClass().add("card-body");
    return new VBox(6, head, Layouts.card(body));
  }

  private Node theme() {
    return Layouts.row(
        0,
        caption(tools.say("settings.theme")),
        choice(Theme.SYSTEM, tools.say("settings.system"), "left-pill"),
        choice(Theme.LIGHT, tools.say("settings.light"), "center-pill"),
        choice(Theme.DARK, tools.say("settings.dark"), "right-pill"));
  }

  private ToggleButton choice(Theme theme, String words, String place) {
    var button = new ToggleButton(words);
    button.setToggleGroup(themes);
    button.setUserData(theme);
    button.getStyleClass().add(place);
    button.setId("theme-" + theme.name().toLowerCase(java.util.Locale.ROOT));
    button.setOnAction(
        event -> {
          button.setSelected(true);
          model.setTheme(theme);
        });
    return button;
  }

  private Node fontSize() {
    fontSize.setPrefWidth(96);
    fontSize.setAccessibleText(tools.say("settings.fontSize"));
    fontSize.valueProperty().addListener((value, before, now) -> model.setFontSize(now));
    var unit = new CutLabel(tools.say("settings.pixels"), "muted");
    return Layouts.row(8, caption(tools.say("settings.fontSize")), fontSize, unit);
  }

  private Node logs() {
    var choose = Icons.button(tools.say("settings.choose"), model::chooseLogFolder);
    var usual =
        Icons.button(tools.say("settings.usual"), () -> model.setLogFolder(Optional.empty()));
    HBox.setHgrow(logFolder, Priority.ALWAYS);
    var hint = new CutLabel(tools.say("settings.logsHint"), "muted");
    return new VBox(
        6,
        Layouts.row(8, caption(tools.say("settings.logFolder")), logFolder, choose, usual),
        hint);
  }

  private static Label caption(String words) {
    var label = new Label(words);
    label.getStyleClass().add("settings-caption");
    return label;
  }

  private void show() {
    var window = model.settingsProperty().get().window();
    themes.getToggles().stream()
        .filter(toggle -> toggle.getUserData() == window.theme())
        .forEach(themes::selectToggle);
    fontSize.getValueFactory().setValue(window.fontSize());
    logFolder.setText(model.logFolder().toString());
  }

  private void showContexts() {
    var names = model.contextsProperty().get();
    if (names.isEmpty()) {
      contexts.getChildren().setAll(new CutLabel(tools.say("settings.noContexts"), "muted"));
      return;
    }
    contexts
        .getChildren()
        .setAll(
            names.stream()
                .map(
                    name ->
                        new ContextCell(
                                name, model.settingsProperty().get().forContext(name), model, tools)
                            .root())
                .toList());
  }
}
