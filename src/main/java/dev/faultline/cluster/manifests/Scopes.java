package dev.faultline.cluster.manifests;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.Json;
import dev.faultline.model.json.JsonObject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Knows which kinds stand in a namespace, and gives those without one the default. */
final class Scopes {

  private static final String DEFAULT = "default";

  /** Kinds of Kubernetes, and of what is often installed beside it, that have no namespace. */
  private static final Set<String> CLUSTER_WIDE =
      Set.of(
          "Namespace",
          "Node",
          "PersistentVolume",
          "StorageClass",
          "VolumeAttachment",
          "CSIDriver",
          "CSINode",
          "ClusterRole",
          "ClusterRoleBinding",
          "CustomResourceDefinition",
          "APIService",
          "ValidatingWebhookConfiguration",
          "MutatingWebhookConfiguration",
          "ValidatingAdmissionPolicy",
          "ValidatingAdmissionPolicyBinding",
          "MutatingAdmissionPolicy",
          "MutatingAdmissionPolicyBinding",
          "PriorityClass",
          "IngressClass",
          "RuntimeClass",
          "GatewayClass",
          "PodSecurityPolicy",
          "FlowSchema",
          "PriorityLevelConfiguration",
          "CertificateSigningRequest",
          "ComponentStatus",
          "ClusterIssuer",
          "ClusterPolicy",
          "ClusterSecretStore",
          "VolumeSnapshotClass",
          "VolumeSnapshotContent",
          "ClusterTriggerAuthentication",
          "DeviceClass",
          "ServiceCIDR",
          "IPAddress",
          "ClusterTrustBundle");

  private final Set<Kind> defined = new HashSet<>();

  /** Learns from the CustomResourceDefinitions among the objects. */
  Scopes(List<JsonObject> objects) {
    for (JsonObject object : objects) {
      if (object.text("kind").orElse("").equals("CustomResourceDefinition")
          && object.text("spec", "scope").orElse("").equals("Cluster")) {
        defined.add(
            new Kind(
                object.text("spec", "group").orElse(""),
                object.text("spec", "names", "kind").orElse("")));
      }
    }
  }

  /** The object as a manifest that says where it stands. */
  Manifest place(JsonObject object) {
    var manifest = new Manifest(object);
    var kind = manifest.kind();
    if (CLUSTER_WIDE.contains(kind.name()) || defined.contains(kind)) {
      return new Manifest(object.without("metadata", "namespace"));
    }
    return manifest.namespace().isEmpty()
        ? new Manifest(object.with(Json.of(DEFAULT), "metadata", "namespace"))
        : manifest;
  }
}
