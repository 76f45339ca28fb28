package dev.faultline.demo;

import dev.faultline.cluster.Action;
import dev.faultline.cluster.ClusterActions;
import dev.faultline.cluster.LogEnd;
import dev.faultline.cluster.LogReading;
import dev.faultline.cluster.LogRequest;
import dev.faultline.cluster.Permission;
import dev.faultline.cluster.Reading;
import dev.faultline.cluster.Write;
import dev.faultline.cluster.WriteResult;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.traffic.TrafficReport;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Tells of every write that the demo accepted for real. */
record RecordedActions(ClusterActions behind, Consumer<Write> accepted) implements ClusterActions {

  @Override
  public Reading read(ResourceRef ref) {
    return behind.read(ref);
  }

  @Override
  public Permission mayI(Action action) {
    return behind.mayI(action);
  }

  @Override
  public WriteResult write(Write write) {
    var result = behind.write(write);
    if (!write.dryRun() && result instanceof WriteResult.Accepted) {
      accepted.accept(write);
    }
    return result;
  }

  @Override
  public LogReading logs(LogRequest request) {
    return behind.logs(request);
  }

  @Override
  public Optional<TrafficReport> traffic(Instant now) {
    return behind.traffic(now);
  }

  @Override
  public LogEnd followLogs(LogRequest request, Consumer<String> lines) throws InterruptedException {
    return behind.followLogs(request, lines);
  }
}
