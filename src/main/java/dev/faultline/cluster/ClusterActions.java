package dev.faultline.cluster;

import dev.faultline.model.ResourceRef;
import dev.faultline.model.traffic.TrafficReport;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What can be asked of, and done to, one cluster. Every call blocks until answered or timed out.
 */
public interface ClusterActions {

  /** The object as it stands now, whole; of a Secret only metadata and hashed keys. */
  Reading read(ResourceRef ref);

  /** Whether we may do it; asked of the cluster, not guessed. */
  Permission mayI(Action action);

  /** Tries or does a write. */
  WriteResult write(Write write);

  /** The last lines a container wrote. */
  LogReading logs(LogRequest request);

  /**
   * Hands over the last lines a container wrote, then each new one, until the container ends, the
   * link breaks, or the thread is interrupted.
   *
   * @throws InterruptedException if the thread was interrupted
   */
  LogEnd followLogs(LogRequest request, Consumer<String> lines) throws InterruptedException;

  /**
   * The calls between the workloads of a cluster that knows of them itself, as only a simulated one
   * does: of a real one, servers of telemetry are asked.
   */
  default Optional<TrafficReport> traffic(Instant now) {
    return Optional.empty();
  }

  /** What Services inside the cluster serve; nothing where there is no cluster that runs. */
  default ServiceProxy services() {
    return ServiceProxy.none("there is no running cluster to reach a Service in");
  }
}
