package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.TrafficMerge;
import dev.faultline.telemetry.TrafficQuestion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The graph of a cluster with its traffic.
 *
 * @param complaints why there is no traffic from a server, a sentence each
 * @param notes what is missing from the traffic that there is
 */
public record TrafficLook(DependencyGraph graph, List<String> complaints, List<String> notes) {

  public TrafficLook {
    complaints = List.copyOf(complaints);
    notes = List.copyOf(notes);
  }

  /** Asks and merges; blocks as long as the slowest server may take. */
  public static TrafficLook at(
      LinkedCluster cluster, TrafficReader reader, TrafficChoice choice, Instant now) {
    var state = cluster.source().state();
    var declared = DependencyGraph.of(state);
    if (choice.isEmpty()) {
      return new TrafficLook(declared, List.of(), List.of());
    }
    var names = reader.names();
    var question = TrafficQuestion.at(now).knowing(TrafficMerge.plainNames(state, names));
    var traffic = ClusterTraffic.of(reader.read(choice, cluster, question), names);
    var merged = traffic.on(state, declared);
    var notes = new ArrayList<>(traffic.notes());
    notes.addAll(merged.notes());
    return new TrafficLook(merged.graph(), traffic.complaints(), notes);
  }
}
