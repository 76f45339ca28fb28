package dev.faultline.catalog;

import dev.faultline.model.Belonging;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Ownership;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Tells which application a service is part of and which team looks after it. What stands on the
 * workload comes before what stands on its pods, and that before what stands on its namespace.
 */
final class BelongingReader {

  /** With or without a prefix: {@code team}, {@code example.com/team}. */
  private static final Set<String> TEAM =
      Set.of("team", "team-name", "owner", "owned-by", "owner-team", "squad", "tribe");

  /** A name of people is shorter; an annotation holds up to 256 KiB of anything. */
  private static final int LONGEST = 100;

  private final ClusterState state;

  BelongingReader(ClusterState state) {
    this.state = state;
  }

  Belonging read(ObjectMeta meta, Map<String, String> podLabels, Ownership ownership) {
    var places =
        List.of(
            meta.labels(),
            meta.annotations(),
            podLabels,
            ofNamespace(meta).map(ObjectMeta::labels).orElse(Map.of()),
            ofNamespace(meta).map(ObjectMeta::annotations).orElse(Map.of()));
    return new Belonging(
        application(meta.labels(), podLabels, ownership),
        places.stream().flatMap(place -> team(place).stream()).findFirst());
  }

  private Optional<ObjectMeta> ofNamespace(ObjectMeta meta) {
    return state
        .find(new ResourceRef(state.cluster(), Kind.NAMESPACE, "", meta.ref().namespace()))
        .map(namespace -> namespace.meta());
  }

  /** Who says nothing of a larger whole is part of what was installed with it. */
  private static Optional<String> application(
      Map<String, String> labels, Map<String, String> podLabels, Ownership ownership) {
    return text(labels, "app.kubernetes.io/part-of")
        .or(() -> text(podLabels, "app.kubernetes.io/part-of"))
        .or(() -> installed(ownership));
  }

  private static Optional<String> installed(Ownership ownership) {
    return switch (ownership) {
      case Ownership.ArgoCd argo -> Optional.of(argo.application());
      case Ownership.Flux flux -> Optional.of(flux.name());
      case Ownership.Helm helm -> Optional.of(helm.release());
      case Ownership.Operator _, Ownership.None _ -> Optional.empty();
    };
  }

  /** The shortest name first, so that the same one is taken every time. */
  private static Optional<String> team(Map<String, String> texts) {
    var byName = new TreeMap<String, String>();
    texts.forEach(
        (name, value) -> {
          var last = name.substring(name.lastIndexOf('/') + 1);
          if (TEAM.contains(last) && isName(value)) {
            byName.put((last.startsWith("team") ? "0" : "1") + last + " " + name, value.strip());
          }
        });
    return byName.values().stream().findFirst();
  }

  private static Optional<String> text(Map<String, String> texts, String name) {
    return Optional.ofNullable(texts.get(name)).filter(BelongingReader::isName);
  }

  private static boolean isName(String text) {
    return !text.isBlank()
        && text.strip().length() <= LONGEST
        && text.strip().chars().noneMatch(Character::isISOControl);
  }
}
