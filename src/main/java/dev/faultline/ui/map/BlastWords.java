package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapFocus;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.text.Messages;

/** What is said of a map that shows who is hurt if a service fails. */
final class BlastWords {

  private final Messages messages;

  BlastWords(Messages messages) {
    this.messages = messages;
  }

  /** What the figures on the nodes mean; empty if the map shows something else. */
  String sentence(MapPicture picture) {
    if (!(picture.choice().focus() instanceof Focus.Around(MapFocus on, var node))
        || on != MapFocus.NEEDED_BY
        || picture.compared().isPresent()) {
      return "";
    }
    var hurt =
        picture.scene().nodes().stream()
            .map(one -> one.facts())
            .flatMap((NodeFacts facts) -> facts.hurt().stream())
            .toList();
    if (hurt.isEmpty()) {
      return messages.say("map.blast-nobody", node.label());
    }
    return hurt.stream().anyMatch(one -> one.flow().part().isPresent())
        ? messages.say("map.blast-weighed", node.label())
        : messages.say("map.blast-unmeasured", node.label());
  }
}
