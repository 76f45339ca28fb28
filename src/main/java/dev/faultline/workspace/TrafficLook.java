package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.TrafficMerge;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
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
    var reports = new ArrayList<TrafficReport>();
    var complaints = new ArrayList<String>();
    var notes = new ArrayList<String>();
    for (TrafficReading reading : reader.read(choice, cluster, question)) {
      reading.complaint().ifPresent(complaints::add);
      switch (reading) {
        case TrafficReading.Answered answered -> {
          reports.add(answered.report());
          answered.notes().forEach(note -> notes.add(answered.report().source() + ": " + note));
        }
        case TrafficReading.Outdated outdated -> reports.add(outdated.lastKnown());
        case TrafficReading.Unanswered ignored -> {
          // There is nothing to merge; the complaint says why.
        }
      }
    }
    var merged = TrafficMerge.merge(state, declared, reports, names);
    notes.addAll(merged.notes());
    return new TrafficLook(merged.graph(), complaints, notes);
  }
}
