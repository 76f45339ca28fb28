package dev.faultline.telemetry;

import java.util.Map;
import java.util.TreeMap;

/** Which attributes of a resource tell where in Kubernetes it runs. */
public final class SpanAttributes {

  private static final String KUBERNETES = "k8s.";
  private static final String NAMESPACE = "service.namespace";

  private SpanAttributes() {}

  public static boolean isOfInterest(String name) {
    return name.startsWith(KUBERNETES) || name.equals(NAMESPACE);
  }

  /** Only those. */
  public static Map<String, String> of(Map<String, String> all) {
    var kept = new TreeMap<>(all);
    kept.keySet().removeIf(name -> !isOfInterest(name));
    return kept;
  }
}
