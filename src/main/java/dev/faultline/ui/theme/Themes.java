package dev.faultline.ui.theme;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.value.ChangeListener;
import javafx.scene.Scene;

/** Dresses scenes: AtlantaFX's theme, our tokens over it, one style sheet a component. */
public final class Themes {

  static final String LIGHT_TOKENS = "/css/tokens-light.css";
  static final String DARK_TOKENS = "/css/tokens-dark.css";

  /** In this order; a later one may refine an earlier one. */
  private static final List<String> SHEETS =
      List.of(
          "base",
          "controls",
          "controlsfx-bridge",
          "shell",
          "connect",
          "map",
          "services",
          "service",
          "diff",
          "rollback",
          "settings");

  private final List<Scene> scenes = new ArrayList<>();
  private final ReadOnlyBooleanWrapper dark = new ReadOnlyBooleanWrapper();
  private final ChangeListener<ColorScheme> system = (scheme, before, now) -> dress();
  private Choice choice = Choice.SYSTEM;
  private int fontSize = 13;

  /** Which theme is wanted. */
  public enum Choice {
    SYSTEM,
    LIGHT,
    DARK
  }

  public Themes() {
    Fonts.load();
    Platform.getPreferences().colorSchemeProperty().addListener(system);
    dress();
  }

  /** Whether the dark theme is shown. */
  public ReadOnlyBooleanProperty darkProperty() {
    return dark.getReadOnlyProperty();
  }

  /** Dresses the scene now and whenever the theme changes. */
  public void dress(Scene scene) {
    scenes.add(scene);
    apply(scene);
  }

  /** Changes theme and size of the font, everywhere. */
  public void choose(Choice theme, int fontSize) {
    this.choice = theme;
    this.fontSize = fontSize;
    dress();
  }

  private void dress() {
    boolean wantsDark =
        switch (choice) {
          case DARK -> true;
          case LIGHT -> false;
          case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    Application.setUserAgentStylesheet(
        wantsDark
            ? new PrimerDark().getUserAgentStylesheet()
            : new PrimerLight().getUserAgentStylesheet());
    dark.set(wantsDark);
    scenes.forEach(this::apply);
  }

  private void apply(Scene scene) {
    var sheets = new ArrayList<String>();
    sheets.add(url(dark.get() ? DARK_TOKENS : LIGHT_TOKENS));
    SHEETS.forEach(name -> sheets.add(url("/css/" + name + ".css")));
    sheets.add("data:text/css,.root{-fx-font-size:" + fontSize + "px;}");
    scene.getStylesheets().setAll(sheets);
  }

  private static String url(String resource) {
    return Objects.requireNonNull(Themes.class.getResource(resource), resource).toExternalForm();
  }
}
