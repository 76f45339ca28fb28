package dev.faultline.ui.diff;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** A list to choose a side from, narrowed by what is typed. */
final class ChoiceList {

  private static final double WIDTH = 460;
  private static final double HEIGHT = 420;
  private static final PseudoClass FIRST = PseudoClass.getPseudoClass("first");

  private final Popup popup = new Popup();
  private final TextField filter = new TextField();
  private final ListView<SideChoice> list = new ListView<>();
  private final Consumer<SideChoice> onChosen;
  private List<SideChoice> all = List.of();

  ChoiceList(ScreenTools tools, Consumer<SideChoice> onChosen) {
    this.onChosen = onChosen;
    filter.setPromptText(tools.say("diff.choose.prompt"));
    filter.setAccessibleText(tools.say("diff.choose.prompt"));
    filter.setId("diff-choose-filter");
    list.setId("diff-choose-list");
    list.setAccessibleText(tools.say("diff.choose.list"));
    list.setCellFactory(unused -> new ChoiceCell());
    var nothing = new Label(tools.say("diff.choose.nothing"));
    nothing.getStyleClass().add("muted");
    list.setPlaceholder(nothing);
    list.setPrefSize(WIDTH, HEIGHT);
    var content = new VBox(8, filter, list);
    content.getStyleClass().add("diff-choices");
    popup.getContent().add(content);
    popup.setAutoHide(true);
    popup.setHideOnEscape(true);
    filter.textProperty().addListener(change -> narrow());
    content.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
  }

  void show(Node owner, Side side, List<SideChoice> choices) {
    all = choices;
    filter.clear();
    narrow();
    var bounds = owner.localToScreen(owner.getBoundsInLocal());
    boolean below = side == Side.BOTTOM;
    popup.show(owner, bounds.getMinX(), (below ? bounds.getMaxY() : bounds.getMinY()) + 4);
    filter.requestFocus();
  }

  private void narrow() {
    var wanted = filter.getText().strip();
    list.getItems()
        .setAll(wanted.isEmpty() ? all : all.stream().filter(one -> one.matches(wanted)).toList());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  /** The field keeps the focus; the arrows go through the list all the same. */
  private void onKey(KeyEvent event) {
    int at = list.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.DOWN) {
      go(at + 1);
      event.consume();
    } else if (event.getCode() == KeyCode.UP) {
      go(at - 1);
      event.consume();
    } else if (event.getCode() == KeyCode.ENTER) {
      choose(list.getSelectionModel().getSelectedItem());
      event.consume();
    }
  }

  private void go(int to) {
    if (to >= 0 && to < list.getItems().size()) {
      list.getSelectionModel().clearAndSelect(to);
      list.scrollTo(Math.max(0, to - 4));
    }
  }

  private void choose(@Nullable SideChoice choice) {
    if (choice != null) {
      popup.hide();
      onChosen.accept(choice);
    }
  }

  /** The first of a group tells the group's name at its end. */
  private final class ChoiceCell extends ListCell<SideChoice> {
    private final Label group = new Label();
    private final CutLabel name = new CutLabel("", "strong");
    private final CutLabel detail = new CutLabel("", "muted");
    private final HBox content;

    ChoiceCell() {
      group.getStyleClass().add("section-title");
      name.setMaxWidth(WIDTH / 2);
      group.setMinWidth(HBox.USE_PREF_SIZE);
      content = Layouts.row(8, name, detail, Layouts.spring(), group);
      content.setPrefWidth(1);
      setOnMouseClicked(event -> choose(getItem()));
    }

    @Override
    protected void updateItem(@Nullable SideChoice item, boolean empty) {
      super.updateItem(item, empty);
      if (empty || item == null) {
        setGraphic(null);
        pseudoClassStateChanged(FIRST, false);
        return;
      }
      int index = getIndex();
      boolean first =
          index <= 0
              || index >= list.getItems().size()
              || !list.getItems().get(index - 1).group().equals(item.group());
      Layouts.showIf(group, first);
      pseudoClassStateChanged(FIRST, first && index > 0);
      group.setText(item.group());
      name.setText(item.name());
      detail.setText(item.detail());
      setGraphic(content);
      setAccessibleText(item.group() + ", " + item.name() + ", " + item.detail());
    }
  }
}
