package dev.faultline.ui.map;

import dev.faultline.model.Redaction;
import dev.faultline.model.Revision;
import dev.faultline.text.Ages;
import dev.faultline.ui.fx.ScreenTools;

/** What is said of a service that fails. */
final class HeadlineWords {

  private final ScreenTools tools;

  HeadlineWords(ScreenTools tools) {
    this.tools = tools;
  }

  /** "payment 1.5.0". */
  String subject(Headline headline) {
    var service = headline.service();
    return service
        .currentRevision()
        .map(revision -> service.ref().name() + " " + Inspector.name(revision))
        .orElse(service.ref().name());
  }

  /** "0 of 3 ready, unavailable since 02:14 UTC; order depends on it". */
  String facts(Headline headline) {
    var replicas = headline.service().replicas();
    var said = new StringBuilder();
    if (HeadlineFinder.isStuck(headline.service())) {
      said.append(
          tools.say(
              "map.headline-stuck",
              headline.service().currentRevision().map(Revision::pods).orElse(0),
              replicas.ready()));
    } else if (replicas.wanted() > 0) {
      said.append(tools.say("map.headline-ready", replicas.ready(), replicas.wanted()));
    } else {
      said.append(headline.service().health().reasons().stream().findFirst().orElse(""));
    }
    headline
        .since()
        .ifPresent(
            since ->
                said.append(
                    tools.say(
                        "map.headline-since",
                        Ages.utc(since).substring(11, 16),
                        Ages.age(since, tools.clock().instant()))));
    var dependents = headline.dependents();
    switch (dependents.size()) {
      case 0 -> {
        // Nobody is known to need it.
      }
      case 1 -> said.append(tools.say("map.headline-one", dependents.getFirst()));
      case 2 -> said.append(tools.say("map.headline-two", dependents.get(0), dependents.get(1)));
      default ->
          said.append(tools.say("map.headline-many", dependents.getFirst(), dependents.size() - 1));
    }
    return Redaction.text(said.toString());
  }
}
