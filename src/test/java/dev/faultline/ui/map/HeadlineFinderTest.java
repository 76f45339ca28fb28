package dev.faultline.ui.map;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.cluster.LinkedCluster;
import dev.faultline.cluster.LinkedCluster.Safety;
import dev.faultline.cluster.NoActions;
import dev.faultline.testkit.FixedSource;
import dev.faultline.testkit.States;
import dev.faultline.workspace.ClusterPicture;
import dev.faultline.workspace.Workspace;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeadlineFinderTest {

  @Test
  void ofSeveralThatFailTheOneThatHurtsMostIsNamed() {
    var state =
        States.of(
            failing("archive", "")
                + failing("payment", "")
                + "---\n{apiVersion: v1, kind: Service, metadata: {name: payment, namespace: shop},"
                + " spec: {selector: {app: payment}, ports: [{port: 80}]}}\n"
                + failing("web", "env: [{name: PAYMENT_URL, value: 'http://payment'}]"));
    var linked =
        new LinkedCluster(
            new FixedSource(state), new NoActions("a test"), new Safety(false, true, false));
    var workspace = new Workspace(List.of(ClusterPicture.of(linked, state)));

    var found = HeadlineFinder.find(workspace, Set.of()).orElseThrow();

    assertThat(found.service().ref().name()).isEqualTo("payment");
    assertThat(found.dependents()).containsExactly("web");
  }

  private static String failing(String name, String more) {
    return """
    ---
    apiVersion: apps/v1
    kind: Deployment
    metadata: {name: %1$s, namespace: shop, generation: 1}
    spec:
      replicas: 2
      selector: {matchLabels: {app: %1$s}}
      template:
        metadata: {labels: {app: %1$s}}
        spec:
          containers:
          - name: main
            image: example.org/%1$s:1
            %2$s
    status:
      observedGeneration: 1
      replicas: 2
      updatedReplicas: 2
      unavailableReplicas: 2
      conditions: [{type: Available, status: 'False'}]
    """
        .formatted(name, more);
  }
}
