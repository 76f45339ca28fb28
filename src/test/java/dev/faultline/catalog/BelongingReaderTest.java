package dev.faultline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.testkit.States;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whom to call, and what a service is part of, as people label it. */
class BelongingReaderTest {

  private static final String NAMESPACE =
      """
      apiVersion: v1
      kind: Namespace
      metadata: {name: shop, labels: {team: of-namespace}}
      ---
      """;

  @Test
  void aTextThatNobodyIsCalledByIsNoName() {
    assertThat(team("x".repeat(100))).contains("x".repeat(100));
    assertThat(team("x".repeat(101))).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          labels: {app: web}                                               | {}             |         | of-namespace
          labels: {team: money}                                            | {}             |         | money
          labels: {example.com/team: money}                                | {}             |         | money
          annotations: {owner: ann}                                        | {}             |         | ann
          labels: {owner: ann, team: money}                                | {}             |         | money
          labels: {team: ''}                                               | {team: pods}   |         | pods
          labels: {team: money}                                            | {team: pods}   |         | money
          annotations: {owner: "ann\\nann@example.com"}                     | {}             |         | of-namespace
          annotations: {owner: "\\e[2Jann"}                                 | {}             |         | of-namespace
          labels: {steam: x, teamwork: y}                                  | {}             |         | of-namespace
          labels: {app.kubernetes.io/part-of: store}                       | {}             | store   | of-namespace
          labels: {app: web}                       | {app.kubernetes.io/part-of: store}     | store   | of-namespace
          annotations: {meta.helm.sh/release-name: shop-release}           | {}             | shop-release | of-namespace
          labels: {app.kubernetes.io/part-of: store, argocd.argoproj.io/instance: x} | {}   | store   | of-namespace
          annotations: {argocd.argoproj.io/tracking-id: 'all:apps/Deployment:shop/web'} | {} | all    | of-namespace
          """)
  void labelsSayIt(String metadata, String podLabels, String application, String team) {
    var state =
        States.of(
            NAMESPACE
                + "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop, "
                + metadata
                + "}\nspec: {template: {metadata: {labels: "
                + podLabels
                + "}}}\n");

    var belonging = ServiceCatalog.of(state).services().getFirst().belonging();

    assertThat(belonging.application()).isEqualTo(Optional.ofNullable(application));
    assertThat(belonging.team()).isEqualTo(Optional.ofNullable(team));
  }

  private static Optional<String> team(String written) {
    var state =
        States.of(
            "apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web, namespace: shop,"
                + " annotations: {team: "
                + written
                + "}}\n");
    return ServiceCatalog.of(state).services().getFirst().belonging().team();
  }
}
