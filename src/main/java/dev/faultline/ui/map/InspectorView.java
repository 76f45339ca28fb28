package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.column;
import static dev.faultline.ui.control.Layouts.grow;
import static dev.faultline.ui.control.Layouts.row;

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
import dev.faultline.ui.map.Inspection.Counterpart;
import dev.faultline.ui.map.Inspection.Field;
import dev.faultline.ui.map.Inspection.Group;
import dev.faultline.ui.map.Inspection.Link;
import dev.faultline.ui.map.Inspection.Overview;
import dev.faultline.ui.map.Inspection.Rates;
import dev.faultline.ui.map.Inspection.Selected;
import dev.faultline.ui.map.Inspection.VersionFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The panel at the right: all that is known of the selected node, or who is not well. */
final class InspectorView {

  private static final int MOST_FIELDS = 12;

  private final MapViewModel model;
  private final ScreenTools tools;
  private final Words words;
  private final InspectorLinks links;
  private final MendForms forms;
  private final MendedList mended;
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
    this.links = new InspectorLinks(model, tools, reveal);
    this.mended = new MendedList(model, tools);
    this.forms = new MendForms(model, tools, this::scrollTo);
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
    int unwell = overview.troubles().size();
    boolean well = overview.services() > 0 && unwell == 0;
    var title = new Label(tools.say(well ? "map.overview-well" : "map.overview"));
    title.getStyleClass().add("inspector-title");
    var body = column(6, title);
    var all = new ArrayList<Node>(List.of(body));
    if (overview.services() > 0) {
      var count =
          unwell == 0
              ? tools.say("map.all-well", overview.services())
              : tools.say("map.not-well-of", unwell, overview.services());
      body.getChildren().add(InspectorParts.paragraph(count));
    }
    if (unwell > 0) {
      all.add(links.troubles(overview.troubles()));
    }
    if (!overview.mended().isEmpty()) {
      all.add(mended.of(overview.mended()));
    }
    return all;
  }

  private List<Node> group(Group group) {
    var title = new CutLabel(group.group().name(), "inspector-title");
    var head =
        row(8, grow(title), new Badge(words.sort(group.group()), Badge.Tone.NEUTRAL), close());
    head.getStyleClass().add("inspector-head");
    var button =
        group.folded()
            ? Icons.button(tools.say("map.group-open"), () -> model.open(group.group()))
            : Icons.button(
                tools.say("map.group-fold"),
                () -> model.foldAround(new MapSubject.Folded(group.group())));
    var open = row(8, button);
    open.getStyleClass().add("inspector-actions");
    var count =
        InspectorParts.paragraph(tools.say("map.group-count", group.services(), group.pods()));
    var all = new ArrayList<Node>(List.of(head, count));
    if (!group.entries().isEmpty()) {
      var names = String.join(", ", group.entries());
      all.add(InspectorParts.paragraph(tools.say("map.group-entries", names)));
    }
    if (group.troubles().isEmpty()) {
      all.add(InspectorParts.paragraph(tools.say("map.all-well", group.services())));
      all.add(open);
      return all;
    }
    var unwell = tools.say("map.not-well-of", group.troubles().size(), group.services());
    all.add(open);
    all.add(InspectorParts.section(unwell, links.troubles(group.troubles())));
    return all;
  }

  private List<Node> selected(Selected selected) {
    var all = new ArrayList<Node>();
    all.add(head(selected));
    selected
        .reasons()
        .forEach(
            reason ->
                all.add(InspectorParts.paragraph(InspectorParts.sentence(Redaction.text(reason)))));
    selected.counterpart().ifPresent(other -> all.add(counterpart(selected, other)));
    all.add(actions(selected));
    if (!selected.rates().isEmpty()) {
      all.add(rates(selected.rates()));
    }
    selected.version().ifPresent(version -> all.add(version(version)));
    if (selected.changes() instanceof Changes.Fields(List<Field> fields)) {
      all.add(changes(fields));
    }
    if (!selected.needs().isEmpty()) {
      all.add(links.links(tools.say("map.depends-on"), selected.needs()));
    }
    if (selected.service().isPresent()
        && selected.subject() instanceof MapSubject.InCluster caller) {
      all.add(forms.missing(caller));
    }
    entries("map.entries", selected.entries().outside()).ifPresent(all::add);
    entries("map.entries-inside", selected.entries().inside()).ifPresent(all::add);
    if (!selected.neededBy().isEmpty()) {
      all.add(links.links(tools.say("map.needed-by"), selected.neededBy()));
    }
    if (!selected.hurt().isEmpty()) {
      all.add(links.hurt(selected.hurt()));
    }
    return all;
  }

  private Node counterpart(Selected selected, Counterpart other) {
    var section =
        InspectorParts.section(
            tools.say("map.compared-with", other.where()), InspectorParts.paragraph(other.said()));
    other
        .service()
        .flatMap(
            there ->
                selected
                    .service()
                    .map(
                        here ->
                            Icons.button(
                                tools.say("map.compare-configuration"),
                                () -> model.comparing().open(here, there))))
        .ifPresent(
            button -> {
              button.setId("compare-configuration");
              section.getChildren().add(button);
            });
    return section;
  }

  private Optional<Node> entries(String title, List<String> entries) {
    var lines = entries.stream().map(InspectorParts::paragraph).toArray(Node[]::new);
    return entries.isEmpty()
        ? Optional.empty()
        : Optional.of(InspectorParts.section(tools.say(title), lines));
  }

  private Node rates(Rates rates) {
    var section = InspectorParts.section(tools.say("map.traffic"));
    if (!rates.in().isEmpty()) {
      section.getChildren().add(InspectorParts.paragraph(tools.say("map.traffic-in", rates.in())));
    }
    if (!rates.out().isEmpty()) {
      section
          .getChildren()
          .add(InspectorParts.paragraph(tools.say("map.traffic-out", rates.out())));
    }
    return section;
  }

  private List<Node> arrow(Arrow arrow) {
    var words = tools.say("map.edge", label(arrow.from()), label(arrow.to()));
    var head = row(8, grow(new CutLabel(words, "inspector-title")), close());
    head.getStyleClass().add("inspector-head");
    var all = new ArrayList<Node>();
    all.add(head);
    all.add(InspectorParts.paragraph(arrow.kind()));
    if (!arrow.lines().isEmpty()) {
      var why = InspectorParts.section(tools.say("map.arrow-why"));
      arrow.lines().forEach(line -> why.getChildren().add(InspectorParts.paragraph(line)));
      all.add(why);
    }
    arrow
        .single()
        .ifPresent(
            one ->
                all.add(
                    forms.ofArrow(
                        new Line(arrow.from().subject(), arrow.to().subject()), one.mending())));
    if (!arrow.members().isEmpty()) {
      all.add(links.members(arrow.members()));
    }
    all.add(links.links(tools.say("map.arrow-ends"), List.of(arrow.from(), arrow.to())));
    return all;
  }

  private static String label(Link link) {
    return link.subject().label();
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

  /** Far enough that the end of the node is seen. */
  private void scrollTo(Node node) {
    scroll.applyCss();
    scroll.layout();
    double bottom = content.sceneToLocal(node.localToScene(node.getBoundsInLocal())).getMaxY();
    double hidden = content.getHeight() - scroll.getViewportBounds().getHeight();
    double needed = bottom + 20 - scroll.getViewportBounds().getHeight();
    if (hidden > 0 && needed > scroll.getVvalue() * hidden) {
      scroll.setVvalue(Math.min(1, needed / hidden));
    }
  }

  private Button close() {
    var close = Icons.iconButton(Feather.X, tools.say("map.close"), model::inspectNothing);
    close.setId("inspector-close");
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
    var section = InspectorParts.section(tools.say("map.version"), line);
    if (!facts.when().isEmpty()) {
      section.getChildren().add(InspectorParts.paragraph(facts.when()));
    }
    if (!facts.by().isEmpty()) {
      section.getChildren().add(InspectorParts.paragraph(facts.by()));
    }
    return section;
  }

  private Node changes(List<Field> fields) {
    var section = InspectorParts.section(tools.say("map.what-changed"));
    if (fields.isEmpty()) {
      section.getChildren().add(InspectorParts.paragraph(tools.say("map.nothing-changed")));
    }
    fields.stream().limit(MOST_FIELDS).forEach(one -> section.getChildren().add(field(one)));
    if (fields.size() > MOST_FIELDS) {
      section
          .getChildren()
          .add(
              InspectorParts.paragraph(tools.say("map.more-changes", fields.size() - MOST_FIELDS)));
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
}
