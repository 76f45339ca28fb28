package dev.faultline.ui.diff;

import dev.faultline.model.ResourceRef;
import dev.faultline.model.Service;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.workspace.ComparedSide;
import dev.faultline.workspace.Workspace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Something that can be chosen as a side.
 *
 * @param side empty where a file is still to be chosen
 * @param group the heading that it stands under
 */
record SideChoice(Optional<ComparedSide> side, String group, String name, String detail) {

  /**
   * All there is to choose: the revisions of the service and how it stands, its namesakes in other
   * namespaces and clusters, every other service, and a file.
   */
  static List<SideChoice> all(ScreenTools tools, Workspace workspace, Optional<ResourceRef> of) {
    var choices = new ArrayList<SideChoice>();
    of.flatMap(workspace::find).ifPresent(service -> ofService(tools, service, choices));
    var elsewhere = new ArrayList<SideChoice>();
    var others = new ArrayList<SideChoice>();
    workspace
        .services()
        .filter(service -> !of.equals(Optional.of(service.ref())))
        .forEach(
            service -> {
              boolean namesake = of.filter(r -> r.name().equals(service.ref().name())).isPresent();
              (namesake ? elsewhere : others).add(other(tools, service, namesake));
            });
    choices.addAll(elsewhere);
    choices.addAll(others);
    choices.add(
        new SideChoice(
            Optional.empty(),
            tools.say("diff.choose.files"),
            tools.say("diff.choose.file"),
            tools.say("diff.choose.file-detail")));
    return choices;
  }

  private static void ofService(ScreenTools tools, Service service, List<SideChoice> choices) {
    var group = service.ref().path();
    choices.add(
        new SideChoice(
            Optional.of(new ComparedSide.Live(service.ref())),
            group,
            service.version().text(),
            tools.say("diff.choose.live")));
    for (var revision : service.revisions()) {
      var label = SideLabel.of(tools, service, revision);
      var number =
          revision.number() > 0 && revision.created().isPresent()
              ? " · " + tools.say("diff.side.number", revision.number())
              : "";
      choices.add(
          new SideChoice(
              Optional.of(new ComparedSide.AtRevision(service.ref(), revision.id())),
              group,
              label.name(),
              label.detail() + number));
    }
  }

  private static SideChoice other(ScreenTools tools, Service service, boolean namesake) {
    var ref = service.ref();
    return new SideChoice(
        Optional.of(new ComparedSide.Live(ref)),
        namesake
            ? tools.say("diff.choose.elsewhere", ref.name())
            : tools.say("diff.choose.services"),
        ref.name(),
        tools.say(
            "diff.choose.service-detail",
            service.version().text(),
            ref.namespace(),
            ref.cluster()));
  }

  /** Whether each word of the query is in it. */
  boolean matches(String query) {
    var text = (name + " " + detail + " " + group).toLowerCase(Locale.ROOT);
    return List.of(query.toLowerCase(Locale.ROOT).strip().split("\\s+")).stream()
        .allMatch(text::contains);
  }
}
