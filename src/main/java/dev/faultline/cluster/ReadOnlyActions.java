package dev.faultline.cluster;

import dev.faultline.model.ResourceRef;
import dev.faultline.model.traffic.TrafficReport;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** The one place that keeps a read-only context read-only: every real write ends here. */
public record ReadOnlyActions(ClusterActions behind, String reason) implements ClusterActions {

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
    return write.dryRun() ? behind.write(write) : new WriteResult.Forbidden(reason);
  }

  @Override
  public LogReading logs(LogRequest request) {
    return behind.logs(request);
  }

  @Override
  public ServiceProxy services() {
    return behind.services();
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
