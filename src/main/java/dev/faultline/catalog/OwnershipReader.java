package dev.faultline.catalog;

import dev.faultline.model.FieldManager;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Ownership;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tells who keeps a workload as it is. The one that acts soonest comes first: an operator and a
 * GitOps controller revert by themselves, Helm only at its next upgrade (and both of them leave
 * Helm's marks, as they install charts).
 */
final class OwnershipReader {

  private static final Set<String> ARGO_CD =
      Set.of("argocd-controller", "argocd-application-controller");

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
        .or(() -> argoCdByItsHand(meta))
        .map(Ownership.ArgoCd::new);
  }

  /** Argo CD 2 marks by a label that others use too, but it wrote the template. */
  private static Optional<String> argoCdByItsHand(ObjectMeta meta) {
    return meta.managers().stream()
        .filter(FieldManager::touchesTemplate)
        .filter(manager -> ARGO_CD.contains(manager.name()))
        .findFirst()
        .map(manager -> text(meta.labels(), "app.kubernetes.io/instance").orElse("(unnamed)"));
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
