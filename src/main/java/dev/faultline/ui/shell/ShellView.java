package dev.faultline.ui.shell;

import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.ModalLayer;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** The window's content: bars around the screen that is shown, dialogs above all. */
public final class ShellView {

  private final ShellViewModel model;
  private final Map<ScreenId, Supplier<Parent>> screens;
  private final Map<ScreenId, Parent> built = new EnumMap<>(ScreenId.class);
  private final ModalLayer modals;
  private final PaletteViewModel palette;
  private final PaletteView paletteView;
  private final TopBar topBar;
  private final NavigationBar navigation;
  private final StatusBar statusBar;
  private final BorderPane frame = new BorderPane();
  private final StackPane centre = new StackPane();
  private final StackPane root;

  /**
   * @param screens each is built when it is shown first
   * @param modals where dialogs are shown
   * @param toasts lies above everything and tells what needs no answer
   */
  public ShellView(
      ShellViewModel model,
      ScreenTools tools,
      Navigation navigator,
      Map<ScreenId, Supplier<Parent>> screens,
      ModalLayer modals,
      Toasts toasts) {
    this.model = model;
    this.screens = Map.copyOf(screens);
    this.modals = modals;
    this.palette = new PaletteViewModel(tools, navigator, navigator.commands(tools));
    this.paletteView = new PaletteView(palette, tools, this::closePalette);
    this.topBar = new TopBar(model, tools, this::openPalette);
    this.navigation = new NavigationBar(model, tools);
    this.statusBar = new StatusBar(model, tools);
    frame.setTop(topBar.root());
    frame.setLeft(navigation.root());
    frame.setCenter(centre);
    frame.setBottom(new VBox(statusBar.root()));
    frame.getStyleClass().add("shell");
    this.root = new StackPane(frame, modals, toasts.root());
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    Subscriptions.whileShown(root, this::subscribe);
  }

  public Parent root() {
    return root;
  }

  private void subscribe(Subscriptions subscriptions) {
    model.follow(subscriptions);
    topBar.subscribe(subscriptions);
    navigation.subscribe(subscriptions);
    statusBar.subscribe(subscriptions);
    subscriptions.follow(model.screenProperty(), this::show);
  }

  private void show(ScreenId id) {
    var screen = built.computeIfAbsent(id, which -> screen(which).get());
    centre.getChildren().setAll(screen);
    // Choosing what to link to is a page of its own, not a screen among others.
    boolean framed = id != ScreenId.CONNECT || !model.chips().isEmpty();
    Layouts.showIf(topBar.root(), framed);
    Layouts.showIf(navigation.root(), framed);
    Layouts.showIf(statusBar.root(), framed);
  }

  private Supplier<Parent> screen(ScreenId id) {
    var screen = screens.get(id);
    if (screen == null) {
      throw new IllegalArgumentException("nothing shows " + id);
    }
    return screen;
  }

  /** Opens the palette on what is linked now. */
  void openPalette() {
    palette.open(model.workspaceProperty().get());
    modals.show(paletteView.root(), () -> {});
    paletteView.focus();
  }

  private void closePalette() {
    modals.close(paletteView.root());
  }

  private void onKey(KeyEvent event) {
    if (shortcut(KeyCode.K).match(event) && !modals.isOpen()) {
      openPalette();
    } else if (modals.isOpen()) {
      return;
    } else if (shortcut(KeyCode.DIGIT1).match(event)) {
      model.show(ScreenId.MAP);
    } else if (shortcut(KeyCode.DIGIT2).match(event)) {
      model.show(ScreenId.SERVICES);
    } else if (shortcut(KeyCode.DIGIT3).match(event)) {
      model.show(ScreenId.JOURNAL);
    } else if (shortcut(KeyCode.COMMA).match(event)) {
      model.show(ScreenId.SETTINGS);
    } else if (new KeyCodeCombination(KeyCode.LEFT, KeyCombination.ALT_DOWN).match(event)) {
      model.goBack();
    } else {
      return;
    }
    event.consume();
  }

  private static KeyCombination shortcut(KeyCode code) {
    return new KeyCodeCombination(code, KeyCombination.SHORTCUT_DOWN);
  }
}
