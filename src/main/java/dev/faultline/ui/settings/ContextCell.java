package dev.faultline.ui.settings;

import dev.faultline.settings.ContextSettings;
import dev.faultline.telemetry.TelemetryKind;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ColorPicker;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;

/** What is set for one context: colour, environment, how careful to be, where to look. */
final class ContextCell {

  private static final Color USUAL = Color.web("#4493f8");

  private final FlowPane root = new FlowPane(12, 8);

  ContextCell(String name, ContextSettings set, SettingsViewModel model, ScreenTools tools) {
    var label = new CutLabel(name, "strong");
    label.setPrefWidth(210);
    var colour = new ColorPicker(set.colour().map(ContextCell::colour).orElse(USUAL));
    colour.setAccessibleText(tools.say("settings.colourOf", name));
    colour.getStyleClass().add("button");
    colour.setOnAction(
        event ->
            model.changeContext(name, old -> old.withColour(Optional.of(hex(colour.getValue())))));
    var environment = new TextField(set.environment().orElse(""));
    environment.setPromptText(tools.say("settings.environment"));
    environment.setPrefColumnCount(11);
    onLeaving(
        environment,
        text ->
            model.changeContext(
                name,
                old ->
                    old.withEnvironment(
                        Optional.of(text.strip()).filter(words -> !words.isEmpty()))));
    var isProtected = new CheckBox(tools.say("settings.protected"));
    isProtected.setSelected(set.protectedContext());
    isProtected.setOnAction(
        event -> model.changeContext(name, old -> old.withProtected(isProtected.isSelected())));
    var readOnly = new CheckBox(tools.say("settings.readOnly"));
    readOnly.setSelected(set.readOnly());
    readOnly.setOnAction(
        event -> model.changeContext(name, old -> old.withReadOnly(readOnly.isSelected())));
    var addresses = new CheckBox(tools.say("settings.secretAddresses"));
    addresses.setTooltip(new Tooltip(tools.say("settings.secretAddressesHint")));
    addresses.setAccessibleHelp(tools.say("settings.secretAddressesHint"));
    addresses.setSelected(set.secretAddresses());
    addresses.setOnAction(
        event -> model.changeContext(name, old -> old.withSecretAddresses(addresses.isSelected())));
    var namespaces = new TextField(String.join(", ", set.namespaces()));
    namespaces.setPromptText(tools.say("settings.namespaces"));
    namespaces.setPrefColumnCount(18);
    onLeaving(namespaces, text -> model.setNamespaces(name, text));
    root.getChildren()
        .addAll(
            label,
            colour,
            environment,
            Layouts.row(12, isProtected, readOnly),
            addresses,
            namespaces);
    for (TelemetryKind kind : TelemetryKind.values()) {
      root.getChildren().add(telemetry(name, kind, set, model, tools));
    }
    root.getStyleClass().add("settings-context");
  }

  FlowPane root() {
    return root;
  }

  private static HBox telemetry(
      String name,
      TelemetryKind kind,
      ContextSettings set,
      SettingsViewModel model,
      ScreenTools tools) {
    var place = new TextField(SettingsViewModel.shown(set, kind));
    place.setPromptText(tools.say("settings.telemetry"));
    place.setPrefColumnCount(15);
    place.setAccessibleText(tools.say("settings.telemetryOf", kind.title(), name));
    onLeaving(place, text -> model.setTelemetry(name, kind, text));
    var title = new Label(kind.title());
    title.getStyleClass().add("muted");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.setLabelFor(place);
    return Layouts.row(6, title, place);
  }

  private static void onLeaving(TextField field, Consumer<String> change) {
    field.setOnAction(event -> change.accept(field.getText()));
    field
        .focusedProperty()
        .addListener(
            (focused, before, now) -> {
              if (!now) {
                change.accept(field.getText());
              }
            });
  }

  private static Color colour(String text) {
    try {
      return Color.web(text);
    } catch (IllegalArgumentException e) {
      return USUAL; // A name of the user's own that is no colour.
    }
  }

  private static String hex(Color colour) {
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(colour.getRed() * 255),
        Math.round(colour.getGreen() * 255),
        Math.round(colour.getBlue() * 255));
  }
}
