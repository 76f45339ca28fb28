package dev.faultline.cluster.intake;

import dev.faultline.model.ImageReference;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.OwnerReference;
import dev.faultline.model.Version;
import dev.faultline.model.Version.Source;
import dev.faultline.model.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the version of a pod template, by the first that is there: annotation, label {@code
 * version}, label {@code app.kubernetes.io/version}, Helm's app version, image tag, digest.
 */
final class VersionReader {

  private static final String OURS = "faultline.dev/version";
  private static final String APP_VERSION = "app.kubernetes.io/version";
  private static final String VERSION = "version";

  /** What kubelet pulls where no tag is written. */
  private static final String DEFAULT_TAG = "latest";

  private VersionReader() {}

  static Version read(JsonObject template, ObjectMeta holder) {
    var annotations = template.texts("metadata", "annotations");
    var labels = template.texts("metadata", "labels");
    // One after the other: there are thousands of templates, and most have a label.
    return named(annotations, List.of(OURS, APP_VERSION, VERSION), Source.ANNOTATION)
        // Of the holder only our own annotation counts: others outlive a change of the image.
        .or(() -> named(holder.annotations(), List.of(OURS), Source.ANNOTATION))
        .or(() -> named(labels, List.of(VERSION), Source.VERSION_LABEL))
        .or(() -> named(labels, List.of(APP_VERSION), Source.APP_VERSION_LABEL))
        .or(() -> ofHelm(holder))
        .or(() -> ofImage(template, workload(holder)))
        .orElseGet(Version.Unknown::new);
  }

  private static Optional<Version> named(
      Map<String, String> texts, List<String> names, Source source) {
    return names.stream()
        .map(name -> texts.getOrDefault(name, "").strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .map(text -> Version.parse(text, source));
  }

  private static Optional<Version> ofHelm(ObjectMeta holder) {
    boolean managed =
        holder.labels().getOrDefault("app.kubernetes.io/managed-by", "").equals("Helm")
            || holder.annotations().containsKey("meta.helm.sh/release-name");
    return managed ? named(holder.labels(), List.of(APP_VERSION), Source.HELM) : Optional.empty();
  }

  /** A ReplicaSet or ControllerRevision speaks for the workload that made it. */
  private static String workload(ObjectMeta holder) {
    return holder.controller().map(OwnerReference::name).orElse(holder.ref().name());
  }

  private static Optional<Version> ofImage(JsonObject template, String workload) {
    return MainContainer.of(template, workload)
        .flatMap(container -> container.text("image"))
        .filter(image -> !image.isBlank())
        .map(ImageReference::parse)
        .map(
            image ->
                image.tag().isEmpty() && image.digest().isPresent()
                    ? new Version.Digest(image.shortDigest().orElse(""))
                    : Version.parse(image.tag().orElse(DEFAULT_TAG), Source.IMAGE_TAG));
  }
}
