package dev.faultline.rollback.plan;

import dev.faultline.cluster.PatchOperation;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import dev.faultline.rollback.patch.JsonDiff;
import java.util.ArrayList;
import java.util.List;

/**
 * What a preview rested on, and what must be the same at the click: the object's identity, its spec
 * and its annotations.
 *
 * <p>Not part of it are the replicas, which an autoscaler may change at any time, the status, which
 * a crash loop writes every second, and the Deployment controller's own revision number, which it
 * writes by itself some time after a template was set.
 */
public record Snapshot(String uid, JsonObject spec, JsonObject annotations) {

  /** Written by the Deployment controller as bookkeeping; it never says what shall run. */
  public static final String CONTROLLER_REVISION = "deployment.kubernetes.io/revision";

  public static Snapshot of(Manifest manifest) {
    return new Snapshot(
        manifest.uid(),
        manifest.spec().without("replicas"),
        manifest.tree().object("metadata", "annotations").without(CONTROLLER_REVISION));
  }

  /** Where the object differs now, as JSON pointers; empty if it is what was previewed. */
  public List<String> differences(Manifest fresh) {
    var now = of(fresh);
    var places = new ArrayList<String>();
    if (!uid.equals(now.uid)) {
      places.add("/metadata/uid");
    }
    places.addAll(pointers(JsonDiff.between(List.of("spec"), spec, now.spec)));
    places.addAll(
        pointers(
            JsonDiff.between(List.of("metadata", "annotations"), annotations, now.annotations)));
    return List.copyOf(places);
  }

  private static List<String> pointers(List<PatchOperation> operations) {
    return operations.stream().map(PatchOperation::pointer).distinct().toList();
  }
}
