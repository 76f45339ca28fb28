package dev.faultline.catalog;

import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Ownership;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells who keeps a workload as it is. The one that acts soonest comes first: an operator and a
 * GitOps controller revert by themselves, Helm only at its next upgrade (and both of them leave
 * Helm's marks, as they install charts).
 */
final class OwnershipReader {

  private OwnershipReader() {}

  static Ownership read(ObjectMeta meta) {
    return Stream.of(
            operator(meta), argoCd(meta), flux(meta, "helm"), flux(meta, "kustomize"), helm(meta))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(Ownership.None::new);
  }

  private static Optional<Ownership> operator(ObjectMeta meta) {
    return TopLevel.owner(meta).map(owner -> new Ownership.Operator(owner.kind(), owner.name()));
  }

  /** The tracking id is {@code application:group/Kind:namespace/name}. */
  private static Optional<Ownership> argoCd(ObjectMeta meta) {
    return text(meta.annotations(), "argocd.argoproj.io/tracking-id")
        .map(id -> id.split(":", 2)[0])
        .or(() -> text(meta.labels(), "argocd.argoproj.io/instance"))
        .or(() -> text(meta.annotations(), "argocd.argoproj.io/instance"))
        .map(Ownership.ArgoCd::new);
  }

  private static Optional<Ownership> flux(ObjectMeta meta, String toolkit) {
    var prefix = toolkit + ".toolkit.fluxcd.io/";
    var kind = toolkit.equals("helm") ? "HelmRelease" : "Kustomization";
    return text(meta.labels(), prefix + "name")
        .map(
            name ->
                new Ownership.Flux(
                    kind, meta.labels().getOrDefault(prefix + "namespace", ""), name));
  }

  private static Optional<Ownership> helm(ObjectMeta meta) {
    boolean marked = meta.labels().getOrDefault("app.kubernetes.io/managed-by", "").equals("Helm");
    return text(meta.annotations(), "meta.helm.sh/release-name")
        .or(() -> text(meta.labels(), "app.kubernetes.io/instance").filter(name -> marked))
        .map(
            release ->
                new Ownership.Helm(
                    release,
                    text(meta.annotations(), "meta.helm.sh/release-namespace")
                        .orElse(meta.ref().namespace()),
                    meta.labels().getOrDefault("helm.sh/chart", "")));
  }

  private static Optional<String> text(Map<String, String> texts, String name) {
    return Optional.ofNullable(texts.get(name)).filter(text -> !text.isEmpty());
  }
}
