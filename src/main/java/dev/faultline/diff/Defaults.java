package dev.faultline.diff;

import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonCodec;
import dev.faultline.model.json.JsonObject;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the API server fills in where a manifest says nothing (SetDefaults_* of the API groups core,
 * apps and batch). A live object has these, the file it came from doesn't.
 */
final class Defaults {

  /** {@code parent.member value}, one a line; a member of a list's item has the list as parent. */
  private static final Map<String, Json> ANYWHERE =
      table(
          """
          containers.terminationMessagePath "/dev/termination-log"
          containers.terminationMessagePolicy "File"
          containers.resources {}
          containers.securityContext {}
          ports.protocol "TCP"
          probe.initialDelaySeconds 0
          probe.timeoutSeconds 1
          probe.periodSeconds 10
          probe.successThreshold 1
          probe.failureThreshold 3
          httpGet.scheme "HTTP"
          httpGet.path "/"
          grpc.service ""
          fieldRef.apiVersion "v1"
          resourceFieldRef.divisor "0"
          configMap.defaultMode 420
          secret.defaultMode 420
          projected.defaultMode 420
          downwardAPI.defaultMode 420
          serviceAccountToken.expirationSeconds 3600
          hostPath.type ""
          volumeMounts.readOnly false
          tolerations.operator "Equal"
          spec.dnsPolicy "ClusterFirst"
          spec.schedulerName "default-scheduler"
          spec.securityContext {}
          spec.terminationGracePeriodSeconds 30
          spec.enableServiceLinks true
          spec.preemptionPolicy "PreemptLowerPriority"
          spec.priority 0
          spec.hostNetwork false
          """);

  private static final Map<String, Map<String, Json>> BY_KIND =
      Map.of(
          "Deployment",
          table(
              """
              spec.replicas 1
              spec.progressDeadlineSeconds 600
              spec.revisionHistoryLimit 10
              spec.minReadySeconds 0
              spec.paused false
              spec.restartPolicy "Always"
              strategy.type "RollingUpdate"
              rollingUpdate.maxSurge "25%"
              rollingUpdate.maxUnavailable "25%"
              """),
          "StatefulSet",
          table(
              """
              spec.replicas 1
              spec.podManagementPolicy "OrderedReady"
              spec.revisionHistoryLimit 10
              spec.minReadySeconds 0
              spec.restartPolicy "Always"
              spec.volumeMode "Filesystem"
              volumeClaimTemplates.apiVersion "v1"
              volumeClaimTemplates.kind "PersistentVolumeClaim"
              updateStrategy.type "RollingUpdate"
              rollingUpdate.partition 0
              persistentVolumeClaimRetentionPolicy.whenDeleted "Retain"
              persistentVolumeClaimRetentionPolicy.whenScaled "Retain"
              """),
          "DaemonSet",
          table(
              """
              spec.revisionHistoryLimit 10
              spec.minReadySeconds 0
              spec.restartPolicy "Always"
              updateStrategy.type "RollingUpdate"
              rollingUpdate.maxSurge 0
              rollingUpdate.maxUnavailable 1
              """),
          "ReplicaSet",
          table("spec.replicas 1\nspec.restartPolicy \"Always\"\nspec.minReadySeconds 0\n"),
          "Pod",
          table("spec.restartPolicy \"Always\"\n"),
          "Job",
          table(
              """
              spec.backoffLimit 6
              spec.completions 1
              spec.parallelism 1
              spec.completionMode "NonIndexed"
              spec.suspend false
              spec.manualSelector false
              spec.podReplacementPolicy "TerminatingOrFailed"
              """),
          "CronJob",
          table(
              """
              spec.concurrencyPolicy "Allow"
              spec.suspend false
              spec.successfulJobsHistoryLimit 3
              spec.failedJobsHistoryLimit 1
              """),
          "Service",
          table(
              """
              spec.type "ClusterIP"
              spec.sessionAffinity "None"
              spec.internalTrafficPolicy "Cluster"
              spec.externalTrafficPolicy "Cluster"
              spec.allocateLoadBalancerNodePorts true
              spec.publishNotReadyAddresses false
              spec.ipFamilyPolicy "SingleStack"
              spec.ipFamilies ["IPv4"]
              """));

  private Defaults() {}

  /**
   * Whether a member that stands on one side only says no more than the server would.
   *
   * @param object the object the member stands in
   */
  static boolean isDefault(String kind, Place place, Json value, JsonObject object) {
    if (value == Json.Null.NULL
        || isListed(kind, place, value)
        || isDerived(place, value, object)) {
      return true;
    }
    return value instanceof JsonObject inner
        && !inner.isEmpty()
        && inner.members().entrySet().stream()
            .allMatch(
                member -> isDefault(kind, place.member(member.getKey()), member.getValue(), inner));
  }

  private static boolean isListed(String kind, Place place, Json value) {
    var parent = place.parent();
    if (parent.endsWith("Probe")) {
      parent = "probe";
    } else if (parent.equals("initContainers") || parent.equals("ephemeralContainers")) {
      parent = "containers";
    }
    var name = parent + "." + place.last();
    return value.equals(ANYWHERE.get(name))
        || value.equals(BY_KIND.getOrDefault(kind, Map.of()).get(name));
  }

  /** Defaults that follow from another member. */
  private static boolean isDerived(Place place, Json value, JsonObject object) {
    return switch (place.last()) {
      case "imagePullPolicy" -> value.equals(Json.of(pullPolicy(object)));
      case "serviceAccount" -> value.equals(object.members().get("serviceAccountName"));
      case "targetPort" -> value.equals(object.members().get("port"));
      case "clusterIP", "clusterIPs" ->
          place.parent().equals("spec") && !value.scalar().orElse("").equals("None");
      default -> false;
    };
  }

  private static String pullPolicy(JsonObject container) {
    var image = ImageWords.of(container.text("image").orElse(""));
    boolean latest = image.tag().equals("latest") || image.tag().isEmpty();
    return latest && image.digest().isEmpty() ? "Always" : "IfNotPresent";
  }

  private static Map<String, Json> table(String lines) {
    return Arrays.stream(lines.split("\n"))
        .collect(
            Collectors.toUnmodifiableMap(
                line -> line.substring(0, line.indexOf(' ')),
                line -> JsonCodec.read(line.substring(line.indexOf(' ') + 1)),
                (first, second) -> second));
  }
}
