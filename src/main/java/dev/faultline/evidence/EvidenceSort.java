package dev.faultline.evidence;

/** Names of the readers of routing objects, as evidence bears them. */
public final class EvidenceSort {

  /** The queue, or the store, that a scaled workload works on. */
  public static final String SCALER = "scaler";

  /** The metrics that only what scales it asks for. */
  public static final String SCALER_METRICS = "scaler metrics";

  /** What lets calls from outside come to a Service without any route. */
  public static final String EXPOSED = "service";

  static final String INGRESS = "ingress";
  static final String OPENSHIFT = "openshift";
  static final String TRAEFIK = "traefik";
  static final String CONTOUR = "contour";
  static final String GATEWAY = "gateway";
  static final String ISTIO = "istio";
  static final String ENDPOINTS = "endpoints";
  static final String LINKERD = "linkerd";
  static final String KNATIVE = "knative";
  static final String WEBHOOK = "webhook";
  static final String DAPR = "dapr";

  private EvidenceSort() {}
}
