package dev.faultline.workspace;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.telemetry.TrafficQuestion;
import dev.faultline.telemetry.TrafficReading;
import java.util.List;
import java.util.Map;

/** Asks telemetry servers for the traffic of a cluster. */
public interface TrafficReader {

  /** What each of the chosen servers answers, all asked at the same time; none throws. */
  List<TrafficReading> read(TrafficChoice choice, LinkedCluster cluster, TrafficQuestion question);

  /** The user's mapping of names of spans to {@code namespace/name} of workloads. */
  Map<String, String> names();
}
