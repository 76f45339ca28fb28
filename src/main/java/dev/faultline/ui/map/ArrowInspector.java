package dev.faultline.ui.map;

import dev.faultline.graph.layout.GroupId;
import dev.faultline.graph.layout.Groups;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapContents;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.model.Dependency;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Strength;
import dev.faultline.ui.fx.ScreenTools;
import dev.faultline.ui.map.Inspection.Link;
import dev.faultline.workspace.ClusterPicture;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers what the inspector tells of an arrow, or of the many that one stands for. */
final class ArrowInspector {

  private final ScreenTools tools;
  private final Words words;

  ArrowInspector(ScreenTools tools) {
    this.tools = tools;
    this.words = new Words(tools.words());
  }

  /** Empty if there is no such arrow any more. */
  Optional<Inspection> look(ClusterPicture cluster, Groups groups, Line line) {
    var all =
        cluster.graph().dependencies().stream()
            .filter(one -> holds(groups, line.from(), new MapSubject.InCluster(one.caller())))
            .filter(one -> holds(groups, line.to(), MapContents.callee(one)))
            .toList();
    var firm = all.stream().filter(one -> one.strength() != Strength.WEAK).toList();
    var shown = firm.isEmpty() ? all : firm;
    return shown.isEmpty() ? Optional.empty() : Optional.of(arrow(cluster, line, shown));
  }

  private Inspection arrow(ClusterPicture cluster, Line line, List<Dependency> shown) {
    boolean single = shown.size() == 1;
    var first = shown.getFirst();
    return new Inspection.Arrow(
        end(cluster, line.from()),
        end(cluster, line.to()),
        single
            ? tools.say(
                "map.arrow-kind",
                words.edgeClass(first.edgeClass()),
                words.edgeKind(EdgeKind.of(first)))
            : tools.say("map.arrow-several", shown.size(), Words.together(shown)).strip(),
        single ? words.evidence(first) : List.of(),
        single ? Optional.of(first) : Optional.empty(),
        single ? List.of() : members(cluster, shown));
  }

  /** The busiest first. */
  private List<Link> members(ClusterPicture cluster, List<Dependency> shown) {
    return shown.stream()
        .sorted(Comparator.comparingDouble(ArrowInspector::rate).reversed())
        .map(one -> member(cluster, one))
        .toList();
  }

  private Link member(ClusterPicture cluster, Dependency dependency) {
    var caller = new MapSubject.InCluster(dependency.caller());
    var callee = MapContents.callee(dependency);
    return new Link(
        callee,
        health(cluster, callee),
        tools.say("map.edge", caller.label(), callee.label()),
        String.join("\n", words.evidence(dependency)),
        Optional.of(new Line(caller, callee)));
  }

  private static double rate(Dependency dependency) {
    return dependency.traffic().map(seen -> seen.figures().perSecond()).orElse(0.0);
  }

  private Link end(ClusterPicture cluster, MapSubject subject) {
    var status = health(cluster, subject);
    var said = subject instanceof MapSubject.InCluster ? words.status(status) : subject.path();
    return new Link(subject, status, said, subject.path(), Optional.empty());
  }

  /** Whether the node of the map is, or holds, that end of a dependency. */
  private static boolean holds(Groups groups, MapSubject node, MapSubject end) {
    return node.equals(end)
        || node instanceof MapSubject.Folded(GroupId group)
            && end instanceof MapSubject.InCluster in
            && group.equals(groups.of(in.ref()));
  }

  /** How a service does; nobody knows of what is none. */
  static Status health(ClusterPicture cluster, MapSubject subject) {
    return subject instanceof MapSubject.InCluster in
        ? cluster
            .catalog()
            .find(in.ref())
            .map(service -> service.health().status())
            .orElse(Status.UNKNOWN)
        : Status.UNKNOWN;
  }
}
