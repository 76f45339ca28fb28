package dev.faultline.ui.connect;

import dev.faultline.ui.control.Badge;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ContextLister.State;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** One context: whether it is chosen, how its cluster answers, how careful to be there. */
final class ConnectCell {

  private static final String HTTPS = "https://";

  private final ConnectRow row;
  private final ConnectViewModel model;
  private final ScreenTools tools;
  private final HBox root;

  ConnectCell(ConnectRow row, ConnectViewModel model, ScreenTools tools) {
    this.row = row;
    this.model = model;
    this.tools = tools;
    var texts = new VBox(3, head(), told());
    if (row.reachable() && (row.needsNamespaces() || !row.settings().namespaces().isEmpty())) {
      texts.getChildren().add(namespaces());
    }
    texts.setMinWidth(0);
    var server = new CutLabel(address(), "mono", "muted", "connect-server");
    this.root = Layouts.row(12, choice(), mark(), Layouts.grow(texts), server, menu());
    root.getStyleClass().add("connect-row");
  }

  HBox root() {
    return root;
  }

  private Node choice() {
    var box = new CheckBox();
    box.setSelected(row.chosen());
    box.setAccessibleText(tools.say("connect.choose", row.name()));
    box.setId("choose-" + row.name());
    box.setOnAction(event -> model.choose(row.name(), box.isSelected()));
    return box;
  }

  private Node mark() {
    return switch (row.context().state()) {
      case State.Reachable _ ->
          new MarkIcon(
              row.needsNamespaces() ? Mark.DEGRADED : Mark.HEALTHY,
              18,
              tools.say("connect.reachable"));
      case State.Unreachable _ -> new MarkIcon(Mark.FAILING, 18, tools.say("connect.unreachable"));
      case State.NotTested _ ->
          new MarkIcon(
              row.testing() ? Mark.PROGRESSING : Mark.UNKNOWN,
              18,
              tools.say(row.testing() ? "connect.testing" : "connect.notTested"));
    };
  }

  private Node head() {
    var name = new CutLabel(row.name(), "strong");
    var head = Layouts.row(8, name);
    if (row.context().state() instanceof State.Reachable ok) {
      head.getChildren().add(new CutLabel(ok.version(), "muted"));
    }
    row.settings()
        .environment()
        .ifPresent(words -> head.getChildren().add(new Badge(words, Badge.Tone.NEUTRAL)));
    if (row.settings().protectedContext()) {
      head.getChildren().add(new Badge(tools.say("connect.protected"), Badge.Tone.FAIL));
    }
    if (row.settings().readOnly()) {
      head.getChildren().add(new Badge(tools.say("connect.readOnly"), Badge.Tone.NEUTRAL));
    }
    if (row.context().current()) {
      head.getChildren().add(new Badge(tools.say("connect.current"), Badge.Tone.NEUTRAL));
    }
    return head;
  }

  /** All servers are asked by https: only the other way is worth a word. */
  private String address() {
    var server = row.context().server();
    return server.startsWith(HTTPS) ? server.substring(HTTPS.length()) : server;
  }

  /** Why a cluster is not reached is told whole: it says what to do. */
  private Node told() {
    var sentence = new CutLabel(sentence(), sentenceStyle());
    boolean whole = sentenceStyle().equals("plain");
    sentence.setWrapText(whole);
    if (whole) {
      sentence.setMinHeight(Region.USE_PREF_SIZE);
    }
    return sentence;
  }

  private String sentence() {
    return switch (row.context().state()) {
      case State.NotTested _ -> tools.say(row.testing() ? "connect.testing" : "connect.notTested");
      case State.Unreachable not -> not.sentence();
      case State.Reachable ok when row.needsNamespaces() ->
          tools.say("connect.nameNamespaces", String.join("; ", ok.rights()));
      case State.Reachable ok ->
          tools.say("connect.answered", "%.1f".formatted(ok.took().toMillis() / 1000.0), scope(ok));
    };
  }

  private String scope(State.Reachable ok) {
    var namespaces = row.settings().namespaces();
    return namespaces.isEmpty()
        ? String.join("; ", ok.rights())
        : tools.say("connect.onlyNamespaces", String.join(", ", namespaces));
  }

  private String sentenceStyle() {
    return row.context().state() instanceof State.Reachable && !row.needsNamespaces()
        ? "muted"
        : "plain";
  }

  private Node namespaces() {
    var label = new Label(tools.say("connect.namespaces"));
    label.getStyleClass().add("muted");
    label.setMinWidth(Region.USE_PREF_SIZE);
    var field = new TextField(String.join(", ", row.settings().namespaces()));
    field.setPromptText(tools.say("connect.namespacesPrompt"));
    field.setPrefColumnCount(28);
    field.setId("namespaces-" + row.name());
    label.setLabelFor(field);
    field.setOnAction(event -> model.setNamespaces(row.name(), field.getText()));
    var use =
        Icons.button(
            tools.say("connect.useNamespaces"),
            () -> model.setNamespaces(row.name(), field.getText()));
    var line = Layouts.row(8, label, field, use);
    line.getStyleClass().add("connect-namespaces");
    return line;
  }

  private Node menu() {
    var isProtected = new CheckMenuItem(tools.say("connect.protect"));
    isProtected.setSelected(row.settings().protectedContext());
    isProtected.setOnAction(event -> model.setProtected(row.name(), isProtected.isSelected()));
    var readOnly = new CheckMenuItem(tools.say("connect.setReadOnly"));
    readOnly.setSelected(row.settings().readOnly());
    readOnly.setOnAction(event -> model.setReadOnly(row.name(), readOnly.isSelected()));
    var menu = new MenuButton("", Icons.icon(Feather.SHIELD, 15), isProtected, readOnly);
    menu.setAccessibleText(tools.say("connect.safetyOf", row.name()));
    menu.setTooltip(new javafx.scene.control.Tooltip(tools.say("connect.safetyOf", row.name())));
    menu.getStyleClass().add("connect-menu");
    menu.setId("safety-" + row.name());
    return menu;
  }
}
