package dev.faultline.ui.map;

import dev.faultline.graph.layout.EdgeFacts;
import dev.faultline.graph.layout.Groups;
import dev.faultline.graph.layout.Line;
import dev.faultline.graph.layout.MapContent;
import dev.faultline.graph.layout.MapStructure;
import dev.faultline.graph.layout.MapSubject;
import dev.faultline.graph.layout.NodeFacts;
import dev.faultline.graph.layout.NodeSort;
import dev.faultline.model.Dependency;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Health.Status;
import dev.faultline.model.Provenance;
import dev.faultline.model.Strength;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Fills a structure with facts, for pictures of any size. */
final class BigMap {

  private BigMap() {}

  static MapContent content(MapStructure structure) {
    var nodes = new TreeMap<MapSubject, NodeFacts>();
    int i = 0;
    for (MapSubject subject : structure.nodes().keySet()) {
      nodes.put(subject, facts(i++));
    }
    var edges = new TreeMap<Line, EdgeFacts>();
    structure
        .lines()
        .forEach(
            line ->
                edges.put(line, new EdgeFacts(dependency(line), 1, nodes.get(line.to()).status())));
    return new MapContent(nodes, edges, Groups.NAMESPACES);
  }

  private static NodeFacts facts(int i) {
    var status =
        switch (i % 60) {
          case 7 -> Status.FAILING;
          case 17, 37 -> Status.DEGRADED;
          case 27 -> Status.UNKNOWN;
          default -> Status.HEALTHY;
        };
    return new NodeFacts(
        i % 9 == 8 ? NodeSort.STORE : NodeSort.APPLICATION,
        "1." + i % 20 + ".0",
        status == Status.FAILING ? "0/3" : "3/3",
        3,
        status,
        i % 11 == 0 ? Optional.of(Duration.ofMinutes(i % 50)) : Optional.empty(),
        Optional.empty());
  }

  private static Dependency dependency(Line line) {
    var caller = ((MapSubject.InCluster) line.from()).ref();
    var callee = ((MapSubject.InCluster) line.to()).ref();
    return new Dependency(
        caller,
        new Dependency.Callee.ToWorkload(callee, List.of()),
        EdgeClass.APPLICATION,
        Provenance.DECLARED,
        Strength.STRONG,
        List.of());
  }
}
