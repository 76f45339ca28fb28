package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.column;
import static dev.faultline.ui.control.Layouts.grow;
import static dev.faultline.ui.control.Layouts.row;
import static dev.faultline.ui.control.Layouts.spring;

import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Redaction;
import dev.faultline.ui.control.Badge;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.map.Inspection.Arrow;
import dev.faultline.ui.map.Inspection.Changes;
import dev.faultline.ui.map.Inspection.Field;
import dev.faultline.ui.map.Inspection.Group;
import dev.faultline.ui.map.Inspection.Link;
import dev.faultline.ui.map.Inspection.Overview;
import dev.faultline.ui.map.Inspection.Rates;
import dev.faultline.ui.map.Inspection.Selected;
import dev.faultline.ui.map.Inspection.VersionFacts;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The panel at the right: all that is known of the selected node, or who is not well. */
final class InspectorView {

  private static final int MOST_FIELDS = 12;

  /** A list of hundreds is for the table of services, which sorts and filters. */
  private static final int MOST_TROUBLES = 40;

  private final MapViewModel model;
  private final ScreenTools tools;
  private final Words words;
  private final Consumer<MapSubject> reveal;
  private final VBox content = column(0);
  private final ScrollPane scroll = new ScrollPane(content);
  private Inspection shown = Inspection.NOTHING;

  /**
   * @param reveal brings a node into view
   */
  InspectorView(MapViewModel model, ScreenTools tools, Consumer<MapSubject> reveal) {
    this.model = model;
    this.tools = tools;
    this.words = new Words(tools.words());
    this.reveal = reveal;
    content.getStyleClass().add("inspector-content");
    scroll.getStyleClass().add("inspector");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setFocusTraversable(false);
    build(shown);
  }

  Region node() {
    return scroll;
  }

  void show(Inspection inspection) {
    if (!inspection.equals(shown)) {
      int focused = focused();
      boolean same = inspection.of().equals(shown.of());
      shown = inspection;
      build(inspection);
      if (focused >= 0) {
        focus(same ? focused : 0);
      }
    }
  }

  /** Which of the buttons has the focus, or -1: new figures must not take it from the keyboard. */
  private int focused() {
    var buttons = buttons();
    for (int i = 0; i < buttons.size(); i++) {
      if (buttons.get(i).isFocused()) {
        return i;
      }
    }
    return -1;
  }

  private void focus(int index) {
    var buttons = buttons();
    if (!buttons.isEmpty()) {
      buttons.get(Math.min(index, buttons.size() - 1)).requestFocus();
    }
  }

  private List<Node> buttons() {
    return content.lookupAll(".button").stream().toList();
  }

  private void build(Inspection inspection) {
    content
        .getChildren()
        .setAll(
            switch (inspection) {
              case Overview overview -> overview(overview);
              case Group group -> group(group);
              case Selected selected -> selected(selected);
              case Arrow arrow -> arrow(arrow);
            });
  }

  private List<Node> overview(Overview overview) {
    var title = new Label(tools.say("map.overview"));
    title.getStyleClass().add("inspector-title");
    var body = column(6, title);
    if (overview.services() == 0) {
      return List.of(body);
    }
    if (overview.troubles().isEmpty()) {
      body.getChildren().add(paragraph(tools.say("map.all-well", overview.services())));
      return List.of(body);
    }
    body.getChildren()
        .add(
            paragraph(
                tools.say("map.not-well-of", overview.troubles().size(), overview.services())));
    return List.of(body, troubles(overview.troubles()));
  }

  private List<Node> group(Group group) {
    var title = new CutLabel(group.group().namespace(), "inspector-title");
    var head = row(8, grow(title), new Badge(tools.say("map.group"), Badge.Tone.NEUTRAL), close());
    head.getStyleClass().add("inspector-head");
    var button =
        group.folded()
            ? Icons.button(tools.say("map.group-open"), () -> model.open(group.group()))
            : Icons.button(
                tools.say("map.group-fold"),
                () -> model.foldAround(new MapSubject.Folded(group.group())));
    var open = row(8, button);
    open.getStyleClass().add("inspector-actions");
    var count = paragraph(tools.say("map.group-count", group.services(), group.pods()));
    return group.troubles().isEmpty()
        ? List.of(head, count, paragraph(tools.say("map.all-well", group.services())), open)
        : List.of(
            head,
            count,
            open,
            section(
                tools.say("map.not-well-of", group.troubles().size(), group.services()),
                troubles(group.troubles())));
  }

  private Node troubles(List<Link> troubles) {
    var list = column(2);
    list.getStyleClass().add("inspector-list");
    boolean severalNamespaces =
        troubles.stream().map(InspectorView::namespace).distinct().count() > 1;
    troubles.stream()
        .limit(MOST_TROUBLES)
        .forEach(trouble -> list.getChildren().add(trouble(trouble, severalNamespaces)));
    if (troubles.size() > MOST_TROUBLES) {
      list.getChildren()
          .add(paragraph(tools.say("map.more-troubles", troubles.size() - MOST_TROUBLES)));
    }
    return list;
  }

  private static String namespace(Link link) {
    return link.subject() instanceof MapSubject.InCluster in ? in.ref().namespace() : "";
  }

  /** Services of several teams are often called the same. */
  private Node trouble(Link trouble, boolean withNamespace) {
    var label = trouble.subject().label();
    var name =
        new CutLabel(
            withNamespace ? tools.say("map.trouble-of", label, namespace(trouble)) : label,
            "strong");
    var why = new CutLabel(Redaction.text(trouble.words()), "muted");
    return pick(
        trouble,
        row(8, mark(trouble), grow(column(1, name, why))),
        name.getText() + ", " + trouble.words());
  }

  private List<Node> selected(Selected selected) {
    var all = new java.util.ArrayList<Node>();
    all.add(head(selected));
    selected.reasons().forEach(reason -> all.add(paragraph(sentence(Redaction.text(reason)))));
    all.add(actions(selected));
    if (!selected.rates().isEmpty()) {
      all.add(rates(selected.rates()));
    }
    selected.version().ifPresent(version -> all.add(version(version)));
    if (selected.changes() instanceof Changes.Fields(List<Field> fields)) {
      all.add(changes(fields));
    }
    if (!selected.needs().isEmpty()) {
      all.add(links(tools.say("map.depends-on"), selected.needs()));
    }
    if (!selected.neededBy().isEmpty()) {
      all.add(links(tools.say("map.needed-by"), selected.neededBy()));
    }
    return all;
  }

  private Node rates(Rates rates) {
    var section = section(tools.say("map.traffic"));
    if (!rates.in().isEmpty()) {
      section.getChildren().add(paragraph(tools.say("map.traffic-in", rates.in())));
    }
    if (!rates.out().isEmpty()) {
      section.getChildren().add(paragraph(tools.say("map.traffic-out", rates.out())));
    }
    return section;
  }

  private List<Node> arrow(Arrow arrow) {
    var words = tools.say("map.edge", label(arrow.from()), label(arrow.to()));
    var head = row(8, grow(new CutLabel(words, "inspector-title")), close());
    head.getStyleClass().add("inspector-head");
    var all = new java.util.ArrayList<Node>();
    all.add(head);
    all.add(paragraph(arrow.kind()));
    if (!arrow.lines().isEmpty()) {
      var why = section(tools.say("map.arrow-why"));
      arrow.lines().forEach(line -> why.getChildren().add(paragraph(line)));
      all.add(why);
    }
    if (!arrow.members().isEmpty()) {
      all.add(members(arrow.members()));
    }
    all.add(links(tools.say("map.arrow-ends"), List.of(arrow.from(), arrow.to())));
    return all;
  }

  private static String label(Link link) {
    return link.subject().label();
  }

  private Node members(List<Link> members) {
    var list = column(0);
    list.getStyleClass().add("inspector-list");
    members.stream().limit(MOST_TROUBLES).forEach(one -> list.getChildren().add(member(one)));
    if (members.size() > MOST_TROUBLES) {
      list.getChildren()
          .add(paragraph(tools.say("map.evidence-more", members.size() - MOST_TROUBLES)));
    }
    return section(tools.say("map.arrow-members"), list);
  }

  private Node member(Link member) {
    var button = Icons.button("", () -> member.arrow().ifPresent(model::inspect));
    return linkButton(
        button, row(8, mark(member), grow(new CutLabel(member.words()))), member.words());
  }

  private Node head(Selected selected) {
    var title = new CutLabel(selected.subject().label(), "inspector-title");
    var kind = new Badge(selected.kind(), Badge.Tone.NEUTRAL);
    var head =
        row(
            8,
            new MarkIcon(Words.mark(selected.status()), 20, words.status(selected.status())),
            grow(title),
            kind,
            close());
    head.getStyleClass().add("inspector-head");
    return head;
  }

  private Button close() {
    var close = Icons.iconButton(Feather.X, tools.say("map.close"), model::inspectNothing);
    close.getStyleClass().add("flat");
    return close;
  }

  private Node actions(Selected selected) {
    var buttons = row(8);
    buttons.getStyleClass().add("inspector-actions");
    selected
        .service()
        .ifPresent(
            service ->
                buttons
                    .getChildren()
                    .addAll(
                        Icons.button(
                            tools.say("map.open-service"), () -> model.openService(service)),
                        Icons.button(tools.say("map.logs"), () -> model.openLogs(service))));
    buttons
        .getChildren()
        .add(Icons.button(tools.say("map.blast-radius"), () -> model.focus(MapFocus.NEEDED_BY)));
    return buttons;
  }

  private Node version(VersionFacts facts) {
    var now = new CutLabel(facts.now(), "mono", "strong-mono");
    var line = row(8, now);
    if (!facts.before().isEmpty()) {
      var from = new Label(tools.say("map.version-from"));
      from.getStyleClass().add("faint");
      from.setMinWidth(Region.USE_PREF_SIZE);
      line.getChildren().addAll(from, new CutLabel(facts.before(), "mono"));
    }
    var section = section(tools.say("map.version"), line);
    if (!facts.when().isEmpty()) {
      section.getChildren().add(paragraph(facts.when()));
    }
    if (!facts.by().isEmpty()) {
      section.getChildren().add(paragraph(facts.by()));
    }
    return section;
  }

  private Node changes(List<Field> fields) {
    var section = section(tools.say("map.what-changed"));
    if (fields.isEmpty()) {
      section.getChildren().add(paragraph(tools.say("map.nothing-changed")));
    }
    fields.stream().limit(MOST_FIELDS).forEach(one -> section.getChildren().add(field(one)));
    if (fields.size() > MOST_FIELDS) {
      section
          .getChildren()
          .add(paragraph(tools.say("map.more-changes", fields.size() - MOST_FIELDS)));
    }
    return section;
  }

  private Node field(Field field) {
    var name = new CutLabel(field.name(), "field-name");
    name.setTooltip(new Tooltip(field.path()));
    name.setPrefWidth(130);
    name.setMinWidth(90);
    var value = row(6);
    if (field.before().isEmpty()) {
      value.getChildren().add(new CutLabel("+ " + field.after(), "mono", "changed-text"));
    } else if (field.after().isEmpty()) {
      value.getChildren().add(new CutLabel("− " + field.before(), "mono", "muted"));
    } else {
      var arrow = new Label("→");
      arrow.getStyleClass().add("faint");
      arrow.setMinWidth(Region.USE_PREF_SIZE);
      value
          .getChildren()
          .addAll(new CutLabel(field.before(), "mono"), arrow, new CutLabel(field.after(), "mono"));
    }
    var line = row(8, name, grow(value));
    line.getStyleClass().add("inspector-field");
    return line;
  }

  private Node links(String title, List<Link> links) {
    var list = column(0);
    list.getStyleClass().add("inspector-list");
    links.forEach(link -> list.getChildren().add(link(link)));
    return section(title, list);
  }

  private Node link(Link link) {
    var name = new CutLabel(link.subject().label());
    var how = new CutLabel(link.words(), "muted");
    name.setMinWidth(Math.min(110, 8 * link.subject().label().length()));
    HBox line = row(8, mark(link), name, spring(), how);
    var button = pick(link, line, link.subject().label() + ", " + link.words());
    button.setTooltip(new Tooltip(link.whole()));
    return link.arrow().<Node>map(arrow -> row(2, grow(button), why(arrow))).orElse(button);
  }

  /** So that an arrow can be asked about without a mouse. */
  private Button why(Line arrow) {
    var why =
        Icons.iconButton(
            Feather.INFO,
            tools.say("map.arrow-ask", arrow.from().label(), arrow.to().label()),
            () -> model.inspect(arrow));
    why.getStyleClass().add("flat");
    return why;
  }

  private Button pick(Link link, Region graphic, String spoken) {
    var button =
        Icons.button(
            "",
            () -> {
              model.currentProperty().set(Optional.of(link.subject()));
              reveal.accept(link.subject());
            });
    return linkButton(button, graphic, spoken);
  }

  private static Button linkButton(Button button, Region graphic, String spoken) {
    button.setGraphic(graphic);
    button.setAccessibleText(spoken);
    button.setMaxWidth(Double.MAX_VALUE);
    button.setMinWidth(0);
    button.getStyleClass().add("inspector-link");
    graphic.prefWidthProperty().bind(button.widthProperty().subtract(14));
    return button;
  }

  private MarkIcon mark(Link link) {
    return new MarkIcon(Words.mark(link.status()), 15, words.status(link.status()));
  }

  private VBox section(String title, Node... nodes) {
    var head = new Label(title);
    head.getStyleClass().add("section-title");
    var section = column(6, head);
    section.getChildren().addAll(nodes);
    section.getStyleClass().add("inspector-section");
    return section;
  }

  private static Label paragraph(String text) {
    var label = new Label(text);
    label.getStyleClass().add("muted");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /** Reasons begin small, as they also stand within sentences. */
  private static String sentence(String reason) {
    return reason.isEmpty()
        ? reason
        : reason.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + reason.substring(1);
  }
}
