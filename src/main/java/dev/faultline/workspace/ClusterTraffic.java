package dev.faultline.workspace;

import dev.faultline.graph.DependencyGraph;
import dev.faultline.graph.ObservedGraph;
import dev.faultline.graph.TrafficMerge;
import dev.faultline.model.ClusterState;
import dev.faultline.model.traffic.TrafficReport;
import dev.faultline.telemetry.TrafficReading;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What telemetry knows of the calls in a cluster.
 *
 * @param names the user's mapping of names of spans to {@code namespace/name} of workloads
 * @param since of when the oldest of the reports is that are no longer current
 * @param complaints why there is no traffic from a server, or only old one; a sentence each
 * @param notes what is missing from the traffic that there is
 */
public record ClusterTraffic(
    List<TrafficReport> reports,
    Map<String, String> names,
    Optional<Instant> since,
    List<String> complaints,
    List<String> notes) {

  public static final ClusterTraffic NONE =
      new ClusterTraffic(List.of(), Map.of(), Optional.empty(), List.of(), List.of());

  public ClusterTraffic {
    reports = List.copyOf(reports);
    names = Map.copyOf(names);
    complaints = List.copyOf(complaints);
    notes = List.copyOf(notes);
  }

  /** What became of asking: all that was answered, and what was answered before. */
  public static ClusterTraffic of(List<TrafficReading> readings, Map<String, String> names) {
    var reports = new ArrayList<TrafficReport>();
    var complaints = new ArrayList<String>();
    var notes = new ArrayList<String>();
    for (TrafficReading reading : readings) {
      reading.complaint().ifPresent(complaints::add);
      switch (reading) {
        case TrafficReading.Answered answered -> {
          reports.add(answered.report());
          answered.notes().forEach(note -> notes.add(answered.report().source() + ": " + note));
        }
        case TrafficReading.Outdated outdated -> reports.add(outdated.lastKnown());
        case TrafficReading.Unanswered _, TrafficReading.Absent _ -> {
          // There is nothing to merge; the complaint says why.
        }
      }
    }
    return new ClusterTraffic(reports, names, since(readings), complaints, notes);
  }

  private static Optional<Instant> since(List<TrafficReading> readings) {
    return readings.stream()
        .filter(TrafficReading.Outdated.class::isInstance)
        .map(TrafficReading.Outdated.class::cast)
        .map(TrafficReading.Outdated::since)
        .min(Comparator.naturalOrder());
  }

  /** The same with more to be told to whoever asks for it. */
  ClusterTraffic noting(List<String> more) {
    var all = new ArrayList<>(notes);
    all.addAll(more);
    return new ClusterTraffic(reports, names, since, complaints, all);
  }

  /** The graph of what is declared together with what was seen. */
  ObservedGraph on(ClusterState state, DependencyGraph declared) {
    return reports.isEmpty()
        ? new ObservedGraph(declared, List.of())
        : TrafficMerge.merge(state, declared, reports, names);
  }
}
