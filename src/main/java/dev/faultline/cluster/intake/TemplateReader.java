package dev.faultline.cluster.intake;

import dev.faultline.model.ContainerImage;
import dev.faultline.model.ContentHash;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.PodTemplate;
import dev.faultline.model.Reference;
import dev.faultline.model.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;

/** Reads pod templates: identity, version, images, and what they need to exist. */
public final class TemplateReader {

  /** Labels by which controllers mark the pods of a template; they are not part of it. */
  static final String REPLICA_SET_MARK = "pod-template-hash";

  static final String CONTROLLER_REVISION_MARK = "controller-revision-hash";

  private final Pool pool;

  public TemplateReader(Pool pool) {
    this.pool = pool;
  }

  /**
   * The template of a workload.
   *
   * @param holder the workload, ReplicaSet or ControllerRevision that it stands in, whose name and
   *     labels help to tell the version
   */
  public PodTemplate read(JsonObject template, ObjectMeta holder) {
    var labels = new HashMap<>(template.texts("metadata", "labels"));
    labels.remove(REPLICA_SET_MARK);
    labels.remove(CONTROLLER_REVISION_MARK);
    var annotations = new HashMap<>(template.texts("metadata", "annotations"));
    annotations.remove(MetaReader.LAST_APPLIED);
    return pool.share(
        new PodTemplate(
            hash(template),
            VersionReader.read(template, holder),
            images(template.object("spec")),
            references(template.object("spec")),
            pool.shareTexts(labels),
            pool.shareTexts(annotations)));
  }

  /** The content hash by which a revision is known: equal wherever the template stands. */
  public static String hash(JsonObject template) {
    return ContentHash.of(TemplateNoise.canonical(template));
  }

  /** The template as a person set it, without what controllers and encoders write into it. */
  public static JsonObject plain(JsonObject template) {
    return TemplateNoise.withoutMarks(template);
  }

  /** The ConfigMaps, Secrets, claims and the account that a pod of this spec needs. */
  public static List<Reference> references(JsonObject podSpec) {
    return ReferenceReader.read(podSpec);
  }

  /** All containers of a pod spec, in the order they start. */
  static Stream<JsonObject> containers(JsonObject podSpec) {
    return Stream.of("initContainers", "containers", "ephemeralContainers")
        .flatMap(podSpec::objects);
  }

  private List<ContainerImage> images(JsonObject podSpec) {
    return containers(podSpec)
        .map(
            container ->
                pool.share(
                    new ContainerImage(
                        container.text("name").orElse(""), container.text("image").orElse(""))))
        .toList();
  }
}
