package dev.faultline.catalog;

import dev.faultline.model.FieldManager;
import dev.faultline.model.ImageReference;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Pod;
import dev.faultline.model.PodTemplate;
import dev.faultline.model.Revision;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Gathers what is told of one revision from the objects that tell it. */
final class RevisionParts {

  private static final String CHANGE_CAUSE = "kubernetes.io/change-cause";

  /** Controllers copy templates; nobody is helped by their names. */
  private static final String CONTROLLERS = "kube-controller-manager";

  private RevisionParts() {}

  /**
   * One revision.
   *
   * @param holder what holds the template
   * @param written the object whose managers know who wrote it, and whose change-cause is the
   *     newest: a ControllerRevision that is taken up again keeps its first one
   */
  static Revision revision(
      PodTemplate template,
      String id,
      long number,
      ObjectMeta holder,
      ObjectMeta written,
      boolean current,
      List<Pod> pods) {
    return new Revision(
        id,
        number,
        template.version(),
        template.images(),
        digests(pods),
        holder.created(),
        author(written),
        cause(written).or(() -> cause(holder)),
        pods.size(),
        (int) pods.stream().filter(RevisionParts::serves).count(),
        holder.ref(),
        current);
  }

  static Instant orLongAgo(Optional<Instant> time) {
    return time.orElse(Instant.EPOCH);
  }

  private static boolean serves(Pod pod) {
    return pod.ready() && pod.meta().deleting().isEmpty();
  }

  private static List<String> digests(List<Pod> pods) {
    return pods.stream()
        .flatMap(pod -> pod.containers().stream())
        .flatMap(container -> digest(container.imageId()).stream())
        .distinct()
        .sorted()
        .toList();
  }

  /** Runtimes write {@code repository@sha256:…}, or only {@code sha256:…}. */
  private static Optional<String> digest(String imageId) {
    return imageId.startsWith("sha256:")
        ? Optional.of(imageId)
        : ImageReference.parse(imageId).digest();
  }

  private static Optional<String> author(ObjectMeta written) {
    return written.managers().stream()
        .filter(FieldManager::touchesTemplate)
        .filter(manager -> !manager.name().equals(CONTROLLERS))
        .max(Comparator.comparing(manager -> orLongAgo(manager.time())))
        .map(FieldManager::name);
  }

  private static Optional<String> cause(ObjectMeta meta) {
    return Optional.ofNullable(meta.annotations().get(CHANGE_CAUSE));
  }
}
