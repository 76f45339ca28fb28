package dev.faultline.model;

import dev.faultline.model.json.JsonObject;
import java.util.Map;

/** One object as Kubernetes writes it, an immutable tree. A Secret's values are never in it. */
public record Manifest(JsonObject tree) {

  public String apiVersion() {
    return tree.text("apiVersion").orElse("");
  }

  public Kind kind() {
    return Kind.of(apiVersion(), tree.text("kind").orElse(""));
  }

  public String name() {
    return tree.text("metadata", "name").orElse("");
  }

  /** Empty for objects without namespace. */
  public String namespace() {
    return tree.text("metadata", "namespace").orElse("");
  }

  public String uid() {
    return tree.text("metadata", "uid").orElse("");
  }

  public String resourceVersion() {
    return tree.text("metadata", "resourceVersion").orElse("");
  }

  public long generation() {
    return tree.number("metadata", "generation").orElse(0);
  }

  public Map<String, String> labels() {
    return tree.texts("metadata", "labels");
  }

  public Map<String, String> annotations() {
    return tree.texts("metadata", "annotations");
  }

  public JsonObject spec() {
    return tree.object("spec");
  }

  public JsonObject status() {
    return tree.object("status");
  }

  /** The pod template of a workload; of what starts Jobs, that of its Job; else empty. */
  public JsonObject podTemplate() {
    var kind = kind();
    if (kind.equals(Kind.CRON_JOB)) {
      return spec().object("jobTemplate", "spec", "template");
    }
    return kind.equals(Kind.SCALED_JOB)
        ? spec().object("jobTargetRef", "template")
        : spec().object("template");
  }

  public ResourceRef ref(ClusterId cluster) {
    return new ResourceRef(cluster, kind(), namespace(), name());
  }
}
