package dev.faultline.model;

import java.util.List;

/** A kind of object by API group and name; the served version is the adapter's business. */
public record Kind(String group, String name) implements Comparable<Kind> {

  public static final Kind DEPLOYMENT = new Kind("apps", "Deployment");
  public static final Kind STATEFUL_SET = new Kind("apps", "StatefulSet");
  public static final Kind DAEMON_SET = new Kind("apps", "DaemonSet");
  public static final Kind REPLICA_SET = new Kind("apps", "ReplicaSet");
  public static final Kind CONTROLLER_REVISION = new Kind("apps", "ControllerRevision");
  public static final Kind JOB = new Kind("batch", "Job");
  public static final Kind CRON_JOB = new Kind("batch", "CronJob");
  public static final Kind POD = new Kind("", "Pod");
  public static final Kind SERVICE = new Kind("", "Service");
  public static final Kind CONFIG_MAP = new Kind("", "ConfigMap");
  public static final Kind SECRET = new Kind("", "Secret");
  public static final Kind SERVICE_ACCOUNT = new Kind("", "ServiceAccount");
  public static final Kind PERSISTENT_VOLUME_CLAIM = new Kind("", "PersistentVolumeClaim");
  public static final Kind NAMESPACE = new Kind("", "Namespace");
  public static final Kind NODE = new Kind("", "Node");
  public static final Kind EVENT = new Kind("", "Event");
  public static final Kind NETWORK_POLICY = new Kind("networking.k8s.io", "NetworkPolicy");
  public static final Kind ENDPOINT_SLICE = new Kind("discovery.k8s.io", "EndpointSlice");
  public static final Kind AUTOSCALER = new Kind("autoscaling", "HorizontalPodAutoscaler");
  public static final Kind SCALED_OBJECT = new Kind("keda.sh", "ScaledObject");

  /** Starts Jobs as a CronJob does, by the length of a queue instead of the clock. */
  public static final Kind SCALED_JOB = new Kind("keda.sh", "ScaledJob");

  /** The kinds that run pods and can be a service of their own. */
  public static final List<Kind> WORKLOADS =
      List.of(DEPLOYMENT, STATEFUL_SET, DAEMON_SET, CRON_JOB, SCALED_JOB, JOB, REPLICA_SET, POD);

  /** Reads {@code apps/v1} and {@code Deployment} as they stand in a manifest. */
  public static Kind of(String apiVersion, String kind) {
    int slash = apiVersion.indexOf('/');
    return new Kind(slash < 0 ? "" : apiVersion.substring(0, slash), kind);
  }

  @Override
  public int compareTo(Kind other) {
    int byName = name.compareTo(other.name);
    return byName != 0 ? byName : group.compareTo(other.group);
  }

  @Override
  public String toString() {
    return name;
  }
}
