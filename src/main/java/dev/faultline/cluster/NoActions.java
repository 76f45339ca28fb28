package dev.faultline.cluster;

import dev.faultline.model.ResourceRef;
import java.util.function.Consumer;

/**
 * Stands where there is nothing to act on, such as files: every request is refused with the reason.
 */
public record NoActions(String reason) implements ClusterActions {

  @Override
  public Reading read(ResourceRef ref) {
    return new Reading.Failed(reason);
  }

  @Override
  public Permission mayI(Action action) {
    return new Permission.Denied(reason);
  }

  @Override
  public WriteResult write(Write write) {
    return new WriteResult.Forbidden(reason);
  }

  @Override
  public LogReading logs(LogRequest request) {
    return new LogReading.Unavailable(reason);
  }

  @Override
  public LogEnd followLogs(LogRequest request, Consumer<String> lines) {
    return new LogEnd.Unavailable(reason);
  }
}
