package dev.faultline.ui.shell;

import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextField;
import javafx.scene.control.cell.CheckBoxListCell;
import javafx.scene.layout.VBox;

/** Narrows all screens to some namespaces; with many of them, one types a part of the name. */
final class NamespaceFilter {

  private final ShellViewModel model;
  private final ScreenTools tools;
  private final MenuButton button = new MenuButton();
  private final TextField search = new TextField();
  private final javafx.collections.ObservableList<String> known =
      FXCollections.observableArrayList();
  private final FilteredList<String> shown = new FilteredList<>(known);

  NamespaceFilter(ShellViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    search.setPromptText(tools.say("shell.namespaceSearch"));
    search
        .textProperty()
        .addListener(
            (text, before, now) ->
                shown.setPredicate(name -> name.contains(now.strip().toLowerCase(Locale.ROOT))));
    var list = new ListView<>(shown);
    list.setPrefSize(240, 260);
    list.setCellFactory(
        CheckBoxListCell.forListView(
            namespace -> {
              var checked =
                  new SimpleBooleanProperty(model.namespacesProperty().get().contains(namespace));
              checked.addListener((box, before, now) -> model.narrowTo(namespace, now));
              return checked;
            }));
    var all =
        dev.faultline.ui.control.Icons.button(
            tools.say("shell.allNamespaces"),
            () -> {
              model.namespacesProperty().set(java.util.Set.of());
              button.hide();
            });
    var content = new VBox(8, search, list, Layouts.grow(all));
    content.getStyleClass().add("namespace-menu");
    var item = new CustomMenuItem(content, false);
    item.getStyleClass().add("plain-item");
    button.getItems().add(item);
    button.getStyleClass().add("chip-button");
    button.setId("namespaces");
    button.setOnShown(
        event -> {
          list.refresh();
          search.requestFocus();
        });
  }

  MenuButton root() {
    return button;
  }

  void subscribe(Subscriptions subscriptions) {
    subscriptions.follow(model.workspaceProperty(), workspace -> showKnown(workspace.namespaces()));
    subscriptions.follow(
        model.namespacesProperty(), chosen -> button.setText(words(new TreeSet<>(chosen))));
  }

  private void showKnown(SortedSet<String> names) {
    if (!known.equals(java.util.List.copyOf(names))) {
      known.setAll(names);
    }
  }

  private String words(SortedSet<String> chosen) {
    return switch (chosen.size()) {
      case 0 -> tools.say("shell.allNamespaces");
      case 1 -> tools.say("shell.oneNamespace", chosen.first());
      default -> tools.say("shell.someNamespaces", chosen.size());
    };
  }
}
