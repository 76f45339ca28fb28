package dev.faultline.ui.service;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.EmptyState;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.Layouts;
import dev.faultline.ui.control.Mark;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.fx.Subscriptions;
import dev.faultline.workspace.Navigator.ServicePart;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The page of one service: a head that says how it does, and its parts below. */
public final class ServiceView {

  private final ServiceViewModel model;
  private final ScreenTools tools;
  private final MarkIcon mark;
  private final CutLabel name = new CutLabel("", "screen-title");
  private final CutLabel summary = new CutLabel("", "muted");
  private final CutLabel reasons = new CutLabel();
  private final Button takeBack;
  private final TabPane tabs = new TabPane();
  private final Map<ServicePart, Tab> parts = new EnumMap<>(ServicePart.class);
  private final VersionsTab versions;
  private final ConfigurationTab configuration;
  private final PodsTab pods;
  private final EventsTab events;
  private final LogsTab logs;
  private final EmptyState gone;
  private final StackPane root;

  public ServiceView(ServiceViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
    this.mark = new MarkIcon(Mark.UNKNOWN, 24, tools.say("service.health"));
    this.versions = new VersionsTab(model, tools);
    this.configuration = new ConfigurationTab(model, tools);
    this.pods = new PodsTab(model, tools);
    this.events = new EventsTab(tools);
    this.logs = new LogsTab(model.logs(), tools);
    this.takeBack = Icons.button("", Feather.ROTATE_CCW, model::takeBack);
    takeBack.getStyleClass().add("danger");
    takeBack.setId("take-back");
    this.gone =
        new EmptyState(
            Feather.SERVER, tools.say("service.goneTitle"), tools.say("service.goneText"));
    add(ServicePart.VERSIONS, versions.root());
    add(ServicePart.CONFIGURATION, configuration.root());
    add(ServicePart.PODS, pods.root());
    add(ServicePart.EVENTS, events.root());
    add(ServicePart.LOGS, logs.root());
    tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
    // Takes what room there is: asked what it would like, it would make up all of its parts.
    tabs.setPrefSize(800, 400);
    VBox.setVgrow(tabs, Priority.ALWAYS);
    var page = new VBox(14, head(), tabs);
    page.getStyleClass().add("service");
    this.root = new StackPane(page, gone);
    Subscriptions.whileShown(root, this::subscribe);
  }

  public Parent root() {
    return root;
  }

  private void add(ServicePart part, Node content) {
    var tab = new Tab();
    // A part that nobody has looked at yet is not styled.
    tab.selectedProperty().addListener((selected, before, now) -> tab.setContent(content));
    tab.setId("tab-" + part.name().toLowerCase(java.util.Locale.ROOT));
    parts.put(part, tab);
    tabs.getTabs().add(tab);
  }

  private Node head() {
    var map = Icons.button(tools.say("service.showOnMap"), Feather.SHARE_2, model::showOnMap);
    map.setId("show-on-map");
    var texts = new VBox(2, name, summary, reasons);
    texts.setMinWidth(0);
    return Layouts.row(12, mark, Layouts.grow(texts), map, takeBack);
  }

  private void subscribe(Subscriptions subscriptions) {
    subscriptions.follow(model.pageProperty(), this::show);
    subscriptions.follow(
        model.partProperty(), part -> tabs.getSelectionModel().select(parts.get(part)));
    subscriptions.follow(tabs.getSelectionModel().selectedItemProperty(), this::selected);
    versions.subscribe(subscriptions);
    configuration.subscribe(subscriptions);
    logs.subscribe(subscriptions);
    model.follow(subscriptions);
  }

  private void selected(Tab tab) {
    parts.forEach(
        (part, one) -> {
          if (one == tab) {
            model.partProperty().set(part);
          }
        });
    // A log is read only while somebody looks at it.
    if (tab == parts.get(ServicePart.LOGS)) {
      model.logs().start();
    } else {
      model.logs().stop();
    }
  }

  private void show(Optional<ServicePage> page) {
    Layouts.showIf(gone, page.isEmpty());
    root.getChildren().getFirst().setVisible(page.isPresent());
    page.ifPresent(this::show);
  }

  private void show(ServicePage page) {
    var service = page.service();
    var ref = service.ref();
    mark.show(Mark.valueOf(service.health().status().name()), tools.say("service.health"));
    name.setText(ref.name());
    summary.setText(
        tools.say(
            "service.summary",
            ref.kind().name(),
            ref.namespace(),
            ref.cluster().name(),
            service.version().text(),
            service.replicas().ready(),
            service.replicas().wanted(),
            service.ownership().describe()));
    reasons.setText(String.join("; ", service.health().reasons()));
    Layouts.showIf(reasons, !service.health().reasons().isEmpty());
    Layouts.showIf(takeBack, page.lastGood().isPresent() && !service.readOnly());
    page.lastGood()
        .ifPresent(good -> takeBack.setText(tools.say("service.takeBack", good.version().text())));
    title(ServicePart.VERSIONS, tools.say("service.versions"));
    title(ServicePart.CONFIGURATION, tools.say("service.configuration"));
    title(ServicePart.PODS, tools.say("service.pods", service.pods().size()));
    title(ServicePart.EVENTS, tools.say("service.events", page.events().size()));
    title(ServicePart.LOGS, tools.say("service.logs"));
    versions.show(page);
    configuration.show(page);
    pods.show(page);
    events.show(page);
  }

  private void title(ServicePart part, String words) {
    Optional.ofNullable(parts.get(part)).ifPresent(tab -> tab.setText(words));
  }
}
