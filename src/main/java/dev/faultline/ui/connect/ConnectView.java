package dev.faultline.ui.connect;

import dev.faultline.ui.control.BrandMark;
import dev.faultline.ui.control.FittingScroll;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.kordamp.ikonli.feather.Feather;

/** What to link to: on the left the demo for a newcomer, on the right the user's clusters. */
public final class ConnectView {

  private static final Duration TEST_AGAIN = Duration.seconds(20);

  private final ConnectViewModel model;
  private final ScreenTools tools;
  private final HBox root;
  private final VBox rows = new VBox();
  private final VBox problems = Layouts.column(6);
  private final Label count = new Label();
  private final Button link;
  private final Button openDemo;
  private boolean led;

  /**
   * @param version of the application, for the foot of the page
   * @param kubeconfig where contexts come from, in words
   */
  public ConnectView(ConnectViewModel model, ScreenTools tools, String version, String kubeconfig) {
    this.model = model;
    this.tools = tools;
    this.link = Icons.button("", model::linkChosen);
    link.getStyleClass().add("primary");
    link.setId("link");
    this.openDemo = Icons.button(tools.say("connect.openDemo"), model::openDemo);
    openDemo.getStyleClass().add("primary");
    openDemo.setId("open-demo");
    var side = side(version, kubeconfig);
    var main = main();
    HBox.setHgrow(main, Priority.ALWAYS);
    this.root = new HBox(side, main);
    root.getStyleClass().add("connect");
    Subscriptions.whileShown(root, this::subscribe);
  }

  public Parent root() {
    return root;
  }

  private void subscribe(Subscriptions subscriptions) {
    subscriptions.follow(this::show, model.rows(), model.linkingProperty());
    subscriptions.follow(this::showProblems, model.problemsProperty());
    var again = new Timeline(new KeyFrame(TEST_AGAIN, event -> model.testUnreachableAgain()));
    again.setCycleCount(Animation.INDEFINITE);
    again.play();
    subscriptions.add(again::stop);
  }

  private Node side(String version, String kubeconfig) {
    var brand = new Label(tools.say("connect.brand"), new BrandMark(28));
    brand.getStyleClass().add("connect-brand");
    var claim = new Label(tools.say("connect.claim"));
    claim.getStyleClass().add("connect-claim");
    var text = new Label(tools.say("connect.intro"));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    var foot = new Label(tools.say("connect.foot", version, kubeconfig));
    foot.getStyleClass().add("muted");
    foot.setWrapText(true);
    var side = new VBox(brand, claim, text, demo(), others(), Layouts.spring(), foot);
    side.getStyleClass().add("connect-side");
    return side;
  }

  private Node demo() {
    var title = new Label(tools.say("connect.demoTitle"));
    title.getStyleClass().add("strong");
    var text = new Label(tools.say("connect.demoText"));
    text.getStyleClass().add("muted");
    text.setWrapText(true);
    var box = new VBox(title, text, openDemo);
    box.getStyleClass().add("connect-demo");
    return box;
  }

  private Node others() {
    var folder =
        Icons.button(
            tools.say("connect.openFolder"),
            () ->
                tools.dialogs().chooseFolder(tools.say("connect.chooseFolder"), model::openFolder));
    folder.setId("open-folder");
    return Layouts.row(8, folder);
  }

  private Node main() {
    var title = new Label(tools.say("connect.title"));
    title.getStyleClass().add("screen-title");
    var again = Icons.button(tools.say("connect.testAgain"), Feather.REFRESH_CW, model::testAll);
    var head = Layouts.row(8, title, Layouts.spring(), again);
    var scroll = new FittingScroll(Layouts.card(rows));
    scroll.getStyleClass().add("connect-scroll");
    count.getStyleClass().add("muted");
    var foot = Layouts.row(8, count, Layouts.spring(), link);
    var main = new VBox(head, problems, scroll, foot);
    main.getStyleClass().add("connect-main");
    main.setAlignment(Pos.TOP_LEFT);
    return main;
  }

  private void show() {
    if (model.rows().isEmpty()) {
      var none = new Label(tools.say("connect.noContexts"));
      none.getStyleClass().addAll("muted", "connect-none");
      none.setWrapText(true);
      rows.getChildren().setAll(none);
    } else {
      rows.getChildren()
          .setAll(
              model.rows().stream().map(row -> new ConnectCell(row, model, tools).root()).toList());
    }
    int chosen = model.chosen().size();
    count.setText(
        chosen == 0
            ? tools.say("connect.noneChosen")
            : tools.words().count("connect.oneChosen", "connect.someChosen", chosen));
    link.setText(
        model.linkingProperty().get()
            ? tools.say("connect.linkingNow")
            : tools.words().count("connect.linkOne", "connect.linkSome", Math.max(chosen, 1)));
    link.setDisable(chosen == 0 || model.linkingProperty().get());
    leadTheFocus();
  }

  /**
   * Who has linked before most likely wants the same again: one key is then all it takes. Once
   * only, and not if the focus was moved meanwhile from where the window put it.
   */
  private void leadTheFocus() {
    if (!led && model.hasLinkedBefore() && !link.isDisabled() && openDemo.isFocused()) {
      led = true;
      link.requestFocus();
    }
  }

  private void showProblems() {
    problems
        .getChildren()
        .setAll(
            model.problemsProperty().stream()
                .map(
                    sentence -> {
                      var label = new Label(sentence);
                      label.setWrapText(true);
                      label.getStyleClass().add("connect-problem");
                      return label;
                    })
                .toList());
    Layouts.showIf(problems, !problems.getChildren().isEmpty());
  }
}
