package dev.faultline.ui.map;

import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.MapGroup;
import dev.faultline.text.Messages;

/**
 * What is written on the frames: the namespace, application or team, and its cluster where there
 * are several.
 */
record Frames(Messages messages, boolean severalClusters) {

  Words words() {
    return new Words(messages);
  }

  String label(MapGroup group) {
    var name = name(group.id());
    return severalClusters ? messages.say("map.frame-of", name, group.id().cluster().name()) : name;
  }

  /** "namespace shop", "team payments". */
  String name(GroupId group) {
    return switch (group.by()) {
      case NAMESPACE -> messages.say("map.frame", group.name());
      case APPLICATION -> messages.say("map.frame-application", group.name());
      case TEAM -> messages.say("map.frame-team", group.name());
    };
  }
}
