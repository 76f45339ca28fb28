package dev.faultline.ui.map;

import dev.faultline.graph.layout.MapSubject;
import dev.faultline.text.Messages;

/** What is said of a path: its title, and one sentence on the map. */
final class PathWords {

  private final Messages messages;

  PathWords(Messages messages) {
    this.messages = messages;
  }

  /** "path web → postgres", as it is shown. */
  String title(Focus.Path path, PathModel.State state) {
    boolean back = state instanceof PathModel.State.Told(PathSaid.Shown shown) && shown.back();
    var from = back ? path.to() : path.from();
    var to = back ? path.from() : path.to();
    return messages.say("map.focus-path", name(from, to), name(to, from));
  }

  /** Empty if there is nothing to say. */
  String sentence(PathModel.State state) {
    return switch (state) {
      case PathModel.State.Nothing _ -> "";
      case PathModel.State.Asking(var from) -> messages.say("map.path-ask", from.label());
      case PathModel.State.Told(PathSaid.Shown shown) -> shown(shown);
      case PathModel.State.Told(PathSaid.Missing missing) -> missing(missing);
    };
  }

  private String shown(PathSaid.Shown said) {
    var from = name(said.from(), said.to());
    var to = name(said.to(), said.from());
    var start = said.back() ? to : from;
    var end = said.back() ? from : to;
    var calls = messages.count("map.path-call", "map.path-calls", said.calls());
    var sentence =
        said.only()
            ? messages.say("map.path-only", start, end, calls)
            : messages.say("map.path-several", start, end, calls);
    return said.back() ? messages.say("map.path-back", from, to, sentence) : sentence;
  }

  private String missing(PathSaid.Missing said) {
    var from = name(said.from(), said.to());
    var advice =
        switch (said.why()) {
          case DOUBTFUL_HIDDEN -> messages.say("map.path-doubtful");
          case FILTERED -> messages.say("map.path-filtered");
          case UNKNOWN -> messages.say("map.path-unknown", from);
        };
    return messages.say("map.path-missing", from, name(said.to(), said.from()), advice);
  }

  /** Services of several teams are often called the same, and so are some of one. */
  private String name(MapSubject one, MapSubject other) {
    if (!one.label().equals(other.label())) {
      return one.label();
    }
    if (!one.path().equals(other.path())) {
      return one.path();
    }
    return switch (one) {
      case MapSubject.InCluster in -> in.ref().kind().name() + " " + in.ref().path();
      case MapSubject.Folded folded -> new Frames(messages, false).name(folded.group());
      case MapSubject.Outside outside -> outside.host();
    };
  }
}
