package dev.faultline.cluster;

import dev.faultline.model.ClusterId;
import dev.faultline.model.KubernetesService;
import java.time.Duration;
import java.util.List;

/** Reads what a Service inside the cluster serves over HTTP, through the cluster's own API. */
@FunctionalInterface
public interface ServiceProxy {

  /** Asks for one document; blocks until it is there or the time is over. */
  Answer get(Request request);

  /** The Services of all namespaces, also of those that the state was not asked for. */
  default Listing list(ClusterId cluster) {
    return new Listing.Failed("there is no running cluster to look in");
  }

  /** All Services, or why they can't be had. */
  sealed interface Listing {
    record All(List<KubernetesService> services) implements Listing {
      public All {
        services = List.copyOf(services);
      }
    }

    record Failed(String reason) implements Listing {}
  }

  /** One port of a Service; {@code tls} if it speaks HTTPS. */
  record Door(String namespace, String service, int port, boolean tls) {

    /** {@code Service monitoring/prometheus:9090}: for sentences. */
    public String describe() {
      return "Service " + namespace + "/" + service + ":" + port;
    }
  }

  /**
   * One request.
   *
   * @param path with the query, encoded; begins with a slash
   * @param mostBytes of the answer; a longer one is not an answer
   */
  record Request(Door door, String path, Duration within, int mostBytes) {}

  /** What came back. */
  sealed interface Answer {

    /** The Service answered, or the API server in its place. */
    record Answered(int status, byte[] body) implements Answer {}

    /** There was no answer, and why. */
    record Failed(String reason) implements Answer {}
  }

  /** Stands where nothing can be reached. */
  static ServiceProxy none(String reason) {
    return request -> new Answer.Failed(reason);
  }
}
