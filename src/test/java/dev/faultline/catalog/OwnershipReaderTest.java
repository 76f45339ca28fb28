package dev.faultline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.testkit.States;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whoever would put a change back is named before it is made. */
class OwnershipReaderTest {

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          labels: {app: web}                                                          | nobody
          annotations: {meta.helm.sh/release-name: web, meta.helm.sh/release-namespace: d} | Helm release web
          labels: {app.kubernetes.io/managed-by: Helm, app.kubernetes.io/instance: shop} | Helm release shop
          labels: {app.kubernetes.io/instance: shop}                                  | nobody
          annotations: {argocd.argoproj.io/tracking-id: 'shop:apps/Deployment:d/web'} | Argo CD application shop
          labels: {argocd.argoproj.io/instance: shop}                                 | Argo CD application shop
          labels: {app.kubernetes.io/instance: shop}, managedFields: [{manager: argocd-controller, fieldsV1: {'f:spec': {'f:template': {}}}}] | Argo CD application shop
          managedFields: [{manager: argocd-controller, fieldsV1: {'f:metadata': {}}}] | nobody
          labels: {kustomize.toolkit.fluxcd.io/name: apps, kustomize.toolkit.fluxcd.io/namespace: flux-system} | Flux Kustomization flux-system/apps
          labels: {helm.toolkit.fluxcd.io/name: web, helm.toolkit.fluxcd.io/namespace: shop, app.kubernetes.io/managed-by: Helm, app.kubernetes.io/instance: web} | Flux HelmRelease shop/web
          ownerReferences: [{apiVersion: acme.dev/v1, kind: Shop, name: s, controller: true}] | Shop s
          """)
  void theOneThatRevertsSoonestIsNamed(String metadata, String owner) {
    var state =
        States.of(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, " + metadata + "}\n");

    assertThat(ServiceCatalog.of(state).services().getFirst().ownership().describe())
        .isEqualTo(owner);
  }
}
