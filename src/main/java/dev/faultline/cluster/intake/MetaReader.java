package dev.faultline.cluster.intake;

import dev.faultline.model.ClusterId;
import dev.faultline.model.FieldManager;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.OwnerReference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what every object says of itself, and who last wrote it. */
final class MetaReader {

  /** The annotation in which {@code kubectl apply} repeats the whole object. */
  static final String LAST_APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

  private final ClusterId cluster;
  private final Pool pool;

  MetaReader(ClusterId cluster, Pool pool) {
    this.cluster = cluster;
    this.pool = pool;
  }

  /** All of it. */
  ObjectMeta read(Manifest manifest, Kind kind) {
    return meta(manifest, kind, annotations(manifest), managers(manifest, kind));
  }

  /** Without annotations and managers, for objects that there are thousands of. */
  ObjectMeta readBrief(Manifest manifest, Kind kind) {
    return meta(manifest, kind, Map.of(), List.of());
  }

  private ObjectMeta meta(
      Manifest manifest, Kind kind, Map<String, String> annotations, List<FieldManager> managers) {
    var metadata = manifest.tree().object("metadata");
    return new ObjectMeta(
        new ResourceRef(cluster, kind, pool.share(manifest.namespace()), manifest.name()),
        manifest.uid(),
        manifest.resourceVersion(),
        manifest.generation(),
        Times.read(metadata, "creationTimestamp"),
        Times.read(metadata, "deletionTimestamp"),
        pool.shareTexts(manifest.labels()),
        annotations,
        metadata.objects("ownerReferences").map(this::owner).toList(),
        managers);
  }

  private Map<String, String> annotations(Manifest manifest) {
    var annotations = new HashMap<>(manifest.annotations());
    annotations.remove(LAST_APPLIED);
    return pool.shareTexts(annotations);
  }

  private OwnerReference owner(JsonObject owner) {
    var kind = Kind.of(owner.text("apiVersion").orElse(""), owner.text("kind").orElse(""));
    return pool.share(
        new OwnerReference(
            pool.share(kind),
            owner.text("name").orElse(""),
            owner.text("uid").orElse(""),
            owner.isTrue("controller")));
  }

  private List<FieldManager> managers(Manifest manifest, Kind kind) {
    return manifest
        .tree()
        .objects("metadata", "managedFields")
        .map(entry -> manager(entry, kind))
        .toList();
  }

  private FieldManager manager(JsonObject entry, Kind kind) {
    var template = entry.object("fieldsV1", "f:spec").find(templatePath(kind));
    return new FieldManager(
        pool.share(entry.text("manager").orElse("")),
        pool.share(entry.text("operation").orElse("")),
        Times.read(entry, "time"),
        pool.share(entry.text("subresource").orElse("")),
        template.isPresent());
  }

  private static String[] templatePath(Kind kind) {
    return switch (kind.name()) {
      case "CronJob" -> new String[] {"f:jobTemplate", "f:spec", "f:template"};
      case "ScaledJob" -> new String[] {"f:jobTargetRef", "f:template"};
      default -> new String[] {"f:template"};
    };
  }
}
