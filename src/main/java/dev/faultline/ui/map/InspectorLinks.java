package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.column;
import static dev.faultline.ui.control.Layouts.grow;
import static dev.faultline.ui.control.Layouts.row;
import static dev.faultline.ui.control.Layouts.spring;

import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Redaction;
import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.control.MarkIcon;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.map.Inspection.Link;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The lists of the inspector that lead to other nodes and arrows. */
final class InspectorLinks {

  /** A list of hundreds is for the table of services, which sorts and filters. */
  private static final int MOST = 40;

  private final MapViewModel model;
  private final ScreenTools tools;
  private final Words words;
  private final Consumer<MapSubject> reveal;

  /**
   * @param reveal brings a node into view
   */
  InspectorLinks(MapViewModel model, ScreenTools tools, Consumer<MapSubject> reveal) {
    this.model = model;
    this.tools = tools;
    this.words = new Words(tools.words());
    this.reveal = reveal;
  }

  /** Who is not well. */
  Node troubles(List<Link> troubles) {
    var list = column(2);
    list.getStyleClass().add("inspector-list");
    boolean severalNamespaces =
        troubles.stream().map(InspectorLinks::namespace).distinct().count() > 1;
    troubles.stream()
        .limit(MOST)
        .forEach(trouble -> list.getChildren().add(trouble(trouble, severalNamespaces)));
    if (troubles.size() > MOST) {
      list.getChildren()
          .add(InspectorParts.paragraph(tools.say("map.more-troubles", troubles.size() - MOST)));
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

  /** The arrows that one arrow stands for. */
  Node members(List<Link> members) {
    var list = column(0);
    list.getStyleClass().add("inspector-list");
    members.stream().limit(MOST).forEach(one -> list.getChildren().add(member(one)));
    if (members.size() > MOST) {
      list.getChildren()
          .add(InspectorParts.paragraph(tools.say("map.evidence-more", members.size() - MOST)));
    }
    return InspectorParts.section(tools.say("map.arrow-members"), list);
  }

  private Node member(Link member) {
    var button = Icons.button("", () -> member.arrow().ifPresent(model::inspect));
    return linkButton(
        button, row(8, mark(member), grow(new CutLabel(member.words()))), member.words());
  }

  /** Other nodes, under a title. */
  VBox links(String title, List<Link> links) {
    var list = column(0);
    list.getStyleClass().add("inspector-list");
    links.forEach(link -> list.getChildren().add(link(link)));
    return InspectorParts.section(title, list);
  }

  /** Who is hurt. */
  Node hurt(List<Link> hurt) {
    var section = links(tools.say("map.if-fails"), hurt.stream().limit(MOST).toList());
    if (hurt.size() > MOST) {
      section
          .getChildren()
          .add(InspectorParts.paragraph(tools.say("map.hurt-more", hurt.size() - MOST)));
    }
    return section;
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
    why.setId("why");
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
}
