package dev.faultline.ui.map;

import static dev.faultline.ui.control.Layouts.column;

import dev.faultline.ui.control.CutLabel;
import dev.faultline.ui.control.Icons;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.map.Inspection.MendedEdge;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;

/** All dependencies that a person mended, those that fit nothing any more among them. */
final class MendedList {

  private final MapViewModel model;
  private final ScreenTools tools;

  MendedList(MapViewModel model, ScreenTools tools) {
    this.model = model;
    this.tools = tools;
  }

  Node of(List<MendedEdge> mended) {
    var section = InspectorParts.section(tools.say("map.mended-list"));
    section.setId("mended-list");
    mended.forEach(one -> section.getChildren().add(entry(one)));
    return section;
  }

  private Node entry(MendedEdge one) {
    var said = one.said();
    var back = Icons.button(tools.say("map.mend-back"), () -> model.takeBack(one.cluster(), said));
    back.getStyleClass().add("flat");
    var entry =
        column(
            2,
            new CutLabel(tools.say("map.mended-edge", said.caller(), said.callee()), "strong"),
            InspectorParts.paragraph(InspectorParts.sentence(said.describe())));
    one.unfitting().map(this::unfitting).ifPresent(entry.getChildren()::add);
    entry.getChildren().add(back);
    return entry;
  }

  private Label unfitting(String why) {
    var label = InspectorParts.paragraph(tools.say("map.mended-unfitting", why));
    label.getStyleClass().add("warn-text");
    return label;
  }
}
