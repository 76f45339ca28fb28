package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapGroup;
import dev.faultline.text.Messages;

/** What is written on the frames: the namespace, and its cluster where there are several. */
record Frames(Messages messages, boolean severalClusters) {

  Words words() {
    return new Words(messages);
  }

  String label(MapGroup group) {
    return severalClusters
        ? messages.say("map.frame-of", group.id().namespace(), group.id().cluster().name())
        : messages.say("map.frame", group.id().namespace());
  }
}
