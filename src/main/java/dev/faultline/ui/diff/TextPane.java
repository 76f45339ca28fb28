package dev.faultline.ui.diff;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.geometry.Orientation;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The text below the list: lines, ruler, search, and the keys to move in it. */
final class TextPane {

  private static final KeyCombination COPY =
      new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);
  private static final double STEP = 40;

  /** The style sheet says the same; before it is applied, lines must not be measured. */
  private static final double LINE = 21;

  private final DiffViewModel vm;
  private final TextModel text;
  private final ScreenTools tools;
  private final LineMetrics metrics = new LineMetrics();
  private final ListView<TextLine> list = new ListView<>();
  private final ScrollBar sideways = new ScrollBar();
  private final Ruler ruler = new Ruler(this::scrollTo);
  private final SearchBar search;
  private final Label place = new Label();
  private final VBox root;
  private int longest;

  TextPane(DiffViewModel vm, ScreenTools tools) {
    this.vm = vm;
    this.text = vm.text();
    this.tools = tools;
    this.search = new SearchBar(vm.search(), tools, list::requestFocus);
    prepareList();
    var middle = new HBox(list, ruler);
    HBox.setHgrow(list, Priority.ALWAYS);
    VBox.setVgrow(middle, Priority.ALWAYS);
    root = Layouts.card(head(), middle, sideways);
    root.getStyleClass().add("diff-text");
    root.addEventFilter(KeyEvent.KEY_PRESSED, this::onKey);
    sideways.setUnitIncrement(STEP);
    sideways.visibleProperty().addListener(change -> sideways.setManaged(sideways.isVisible()));
    Subscriptions.whileShown(root, this::subscribe);
  }

  VBox root() {
    return root;
  }

  void openSearch() {
    search.open();
  }

  private HBox head() {
    var before = title("before");
    var after = title("after");
    Subscriptions.whileShown(
        before,
        subscriptions -> {
          subscriptions.follow(vm.before(), label -> before.setText(label.title()));
          subscriptions.follow(vm.after(), label -> after.setText(label.title()));
        });
    place.getStyleClass().add("muted");
    place.setMinWidth(HBox.USE_PREF_SIZE);
    var moves =
        Layouts.row(
            4,
            search.root(),
            place,
            Icons.iconButton(Feather.ARROW_UP, tools.say("diff.previous"), text::previous),
            Icons.iconButton(Feather.ARROW_DOWN, tools.say("diff.next"), text::next),
            Icons.iconButton(Feather.SEARCH, tools.say("diff.search"), this::openSearch));
    moves.getStyleClass().add("diff-moves");
    moves.setMinWidth(HBox.USE_PREF_SIZE);
    var right = new HBox(after, moves);
    right.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    right.getStyleClass().add("diff-right-head");
    var head = new HBox(before, right);
    head.getStyleClass().add("diff-titles");
    before.prefWidthProperty().bind(Bindings.createDoubleBinding(this::half, list.widthProperty()));
    before.minWidthProperty().bind(before.prefWidthProperty());
    Layouts.grow(right);
    right.setMinWidth(0);
    Layouts.grow(after);
    return head;
  }

  private double half() {
    return Math.floor(list.getWidth() / 2);
  }

  private static CutLabel title(String id) {
    var label = new CutLabel("", "diff-title");
    label.setId("diff-title-" + id);
    label.setMaxHeight(Double.MAX_VALUE);
    return label;
  }

  private void prepareList() {
    list.getStyleClass().add("diff-list");
    list.setFixedCellSize(LINE);
    list.setId("diff-lines");
    list.setAccessibleText(tools.say("diff.lines"));
    list.setItems(text.lines());
    list.setCellFactory(unused -> new LineCell(tools, text, metrics));
    list.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
    list.addEventFilter(
        ScrollEvent.SCROLL,
        event -> {
          if (event.getDeltaX() != 0 && Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY())) {
            move(-event.getDeltaX());
            event.consume();
          }
        });
  }

  private void subscribe(Subscriptions subscriptions) {
    subscriptions.bind(metrics.query(), vm.search().query());
    subscriptions.bind(metrics.offset(), sideways.valueProperty());
    subscriptions.follow(this::linesChanged, text.lines());
    subscriptions.follow(this::widthChanged, list.widthProperty(), text.unified());
    subscriptions.follow(() -> place.setText(placeWords()), text.block(), text.whole());
    subscriptions.follow(text.goal(), goal -> goTo(goal.line()));
    subscriptions.follow(
        list.getSelectionModel().selectedItemProperty(),
        line -> {
          if (line instanceof TextLine.Content content) {
            vm.at(content.row());
          }
        });
    subscriptions.follow(
        list.skinProperty(), skin -> bar().ifPresent(bar -> follow(subscriptions, bar)));
  }

  private void follow(Subscriptions subscriptions, ScrollBar bar) {
    subscriptions.follow(
        () -> ruler.position(bar.getMax() <= 0 ? 0 : bar.getValue() / bar.getMax()),
        bar.valueProperty(),
        bar.maxProperty());
  }

  private java.util.Optional<ScrollBar> bar() {
    return list.lookupAll(".scroll-bar").stream()
        .filter(ScrollBar.class::isInstance)
        .map(ScrollBar.class::cast)
        .filter(bar -> bar.getOrientation() == Orientation.VERTICAL)
        .findFirst();
  }

  private void scrollTo(double share) {
    bar().ifPresent(bar -> bar.setValue(bar.getMin() + share * (bar.getMax() - bar.getMin())));
  }

  private String placeWords() {
    int blocks = text.blocks();
    return blocks == 0 ? "" : tools.say("diff.place", Math.max(0, text.block().get() + 1), blocks);
  }

  private void linesChanged() {
    var rows = text.whole().get().rows();
    metrics.digits(Integer.toString(rows.size()).length());
    ruler.show(text.lines(), lineHeight());
    longest = text.longest();
    widthChanged();
  }

  private double lineHeight() {
    return list.getFixedCellSize() > 0 ? list.getFixedCellSize() : LINE;
  }

  /** The bar below is there only while a line is longer than its side is wide. */
  private void widthChanged() {
    int columns = text.unified().get() ? 2 : 1;
    double side = text.unified().get() ? list.getWidth() : list.getWidth() / 2;
    double room = Math.max(1, side - metrics.code(columns) - STEP / 4);
    double wide = longest * metrics.charWidth();
    sideways.setMax(Math.max(0, wide - room));
    sideways.setVisibleAmount(sideways.getMax() * room / Math.max(1, wide));
    sideways.setBlockIncrement(room);
    sideways.setValue(Math.min(sideways.getValue(), sideways.getMax()));
    sideways.setVisible(sideways.getMax() > 0);
    sideways.setManaged(sideways.isVisible());
  }

  private void move(double by) {
    sideways.setValue(Math.clamp(sideways.getValue() + by, 0, sideways.getMax()));
  }

  /** Into the middle, if it is not in view. */
  private void goTo(int line) {
    if (line < 0 || line >= text.lines().size()) {
      return;
    }
    list.getSelectionModel().clearAndSelect(line);
    list.getFocusModel().focus(line);
    var flow = list.lookup(".virtual-flow") instanceof VirtualFlow<?> found ? found : null;
    int first = 0;
    int last = (int) (list.getHeight() / lineHeight()) - 2;
    if (flow != null && flow.getFirstVisibleCell() != null) {
      first = flow.getFirstVisibleCell().getIndex();
      last = first + (int) (list.getHeight() / lineHeight()) - 2;
    }
    if (line <= first || line >= last) {
      list.scrollTo(Math.max(0, line - Math.max(1, (last - first) / 2)));
    }
  }

  private void onKey(KeyEvent event) {
    if (!list.isFocused()) {
      return;
    }
    if (COPY.match(event)) {
      copy(UnifiedText.of(List.copyOf(list.getSelectionModel().getSelectedItems())));
      event.consume();
      return;
    }
    if (event.isShortcutDown() || event.isAltDown()) {
      return;
    }
    boolean done = true;
    switch (event.getCode()) {
      case ENTER, SPACE -> openFold();
      case N -> text.next();
      case P -> text.previous();
      case LEFT -> move(-STEP);
      case RIGHT -> move(STEP);
      default -> done = false;
    }
    if (done) {
      event.consume();
    }
  }

  private void openFold() {
    int line = list.getFocusModel().getFocusedIndex();
    if (line >= 0 && text.lines().get(line) instanceof TextLine.Fold fold) {
      text.open(fold);
      list.getSelectionModel().clearAndSelect(line);
    }
  }

  /** Puts text where other programs find it. */
  static void copy(String words) {
    var content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
