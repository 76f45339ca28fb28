package dev.faultline.model.traffic;

import java.util.Map;
import java.util.Optional;

/** One end of a call, as a source names it. Nothing says yet that this cluster has such a thing. */
public sealed interface TrafficPeer {

  /** The name as people would say it. */
  String describe();

  /**
   * A workload.
   *
   * @param kind {@code Deployment} and the like, where the source says it
   */
  record OfWorkload(String namespace, String name, Optional<String> kind) implements TrafficPeer {
    @Override
    public String describe() {
      return namespace + "/" + name;
    }
  }

  /** A Kubernetes Service: which workload answered is not known. */
  record OfService(String namespace, String name) implements TrafficPeer {
    @Override
    public String describe() {
      return namespace + "/" + name;
    }
  }

  /** A host as the caller wrote it, without port. */
  record OfHost(String host) implements TrafficPeer {
    @Override
    public String describe() {
      return host;
    }
  }

  /**
   * The {@code service.name} of spans, which people choose freely.
   *
   * @param attributes of its resource, those that speak of Kubernetes: {@code k8s.deployment.name}
   */
  record OfSpans(String name, Map<String, String> attributes) implements TrafficPeer {
    public OfSpans {
      attributes = Map.copyOf(attributes);
    }

    /** Spans that say nothing of Kubernetes. */
    public static OfSpans named(String name) {
      return new OfSpans(name, Map.of());
    }

    @Override
    public String describe() {
      return name;
    }
  }

  /**
   * What a span says that it called, and which sends no spans itself: perhaps the name of a
   * database rather than of what serves it.
   */
  record Unseen(String name) implements TrafficPeer {
    @Override
    public String describe() {
      return name;
    }
  }
}
