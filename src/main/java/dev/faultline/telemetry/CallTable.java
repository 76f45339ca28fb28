package dev.faultline.telemetry;

import dev.faultline.model.traffic.SeenTime;
import dev.faultline.model.traffic.TrafficEdge;
import dev.faultline.model.traffic.TrafficFigures;
import dev.faultline.model.traffic.TrafficPeer;
import dev.faultline.model.traffic.TrafficUnit;
import dev.faultline.telemetry.TimeSlices.Slice;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Calls between the services of traces, summed up slice by slice. */
public final class CallTable {

  private record Pair(String caller, String callee) {}

  private static final class Count {
    private long recentCalls;
    private long recentErrors;
    private @Nullable Slice newest;
    private @Nullable Slice oldest;
  }

  private final TimeSlices slices;
  private final boolean countsErrors;
  private final Map<Pair, Count> counts = new LinkedHashMap<>();

  public CallTable(TimeSlices slices, boolean countsErrors) {
    this.slices = slices;
    this.countsErrors = countsErrors;
  }

  /** Slices are to be added from the newest to the oldest. */
  public void add(Slice slice, String caller, String callee, long calls, long errors) {
    if (caller.isBlank() || callee.isBlank() || calls <= 0) {
      return;
    }
    var count = counts.computeIfAbsent(new Pair(caller, callee), pair -> new Count());
    if (slice.equals(slices.newest())) {
      count.recentCalls += calls;
      count.recentErrors += errors;
    }
    count.newest = count.newest == null ? slice : count.newest;
    count.oldest = slice;
  }

  /** All names of services, sorted. */
  public Set<String> names() {
    var names = new TreeSet<String>();
    counts.keySet().forEach(pair -> names.addAll(List.of(pair.caller(), pair.callee())));
    return names;
  }

  /**
   * The edges.
   *
   * @param attributes by the name of the service, as far as they were found
   */
  public List<TrafficEdge> edges(String via, Map<String, Map<String, String>> attributes) {
    return counts.entrySet().stream()
        .flatMap(
            entry ->
                seen(entry.getValue()).stream()
                    .map(
                        seen ->
                            new TrafficEdge(
                                via,
                                peer(entry.getKey().caller(), attributes),
                                peer(entry.getKey().callee(), attributes),
                                true,
                                figures(entry.getValue()),
                                seen)))
        .toList();
  }

  private static TrafficPeer peer(String name, Map<String, Map<String, String>> attributes) {
    return new TrafficPeer.OfSpans(name, attributes.getOrDefault(name, Map.of()));
  }

  private Optional<SeenTime> seen(Count count) {
    var newest = count.newest;
    var oldest = count.oldest;
    return newest == null || oldest == null
        ? Optional.empty()
        : Optional.of(new SeenTime(oldest.start(), newest.end(), count.recentCalls == 0));
  }

  private TrafficFigures figures(Count count) {
    double seconds = Math.max(1, slices.newest().length().toSeconds());
    return new TrafficFigures(
        TrafficUnit.REQUESTS,
        count.recentCalls / seconds,
        countsErrors && count.recentCalls > 0
            ? OptionalDouble.of(Math.min(1.0, (double) count.recentErrors / count.recentCalls))
            : OptionalDouble.empty(),
        Optional.empty());
  }
}
