package dev.faultline.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Proves who may do what in the test cluster, and that its API server can be taken away and comes
 * back.
 */
@OnRealCluster
class ClusterAccessTest {

  private final RealCluster cluster;

  ClusterAccessTest(RealCluster cluster) {
    this.cluster = cluster;
  }

  @ParameterizedTest(name = "{0} may {1} {2} in {3}: {4}")
  @CsvSource({
    "administrator, delete, nodes,       shop,    yes",
    "viewer,        list,   namespaces,  shop,    yes",
    "viewer,        watch,  deployments, default, yes",
    "viewer,        get,    secrets,     default, yes",
    "viewer,        get,    pods/log,    default, yes",
    "viewer,        patch,  deployments, shop,    no",
    "viewer,        delete, pods,        shop,    no",
    "noconfig,      list,   deployments, default, yes",
    "noconfig,      list,   configmaps,  default, no",
    "noconfig,      get,    secrets,     default, no",
    "namespaced,    patch,  deployments, shop,    yes",
    "namespaced,    list,   pods,        shop,    yes",
    "namespaced,    list,   pods,        default, no",
    "namespaced,    list,   namespaces,  shop,    no",
    "nobody,        list,   pods,        shop,    no",
    "nobody,        list,   namespaces,  shop,    no",
  })
  void aContextMayDoWhatItsNameSays(
      String context, String verb, String resource, String namespace, String answer) {
    // "namespaces" are asked about without a namespace, as a client that lists them does.
    String[] question =
        resource.equals("namespaces")
            ? new String[] {
              "--context", context, "auth", "can-i", verb, resource, "--all-namespaces"
            }
            : new String[] {"--context", context, "auth", "can-i", verb, resource, "-n", namespace};

    assertThat(cluster.kubectl(question).stdout().strip()).isEqualTo(answer);
  }

  @Test
  void theApiServerGoesAwayAndComesBackWithAllItKnew() {
    String namespace = cluster.newNamespace();

    cluster.stopApiServer();
    CommandResult away = cluster.kubectl("get", "namespace", namespace);
    cluster.startApiServer();

    assertThat(away.succeeded()).isFalse();
    assertThat(away.stderr()).contains("refused");
    cluster.kubectl("get", "namespace", namespace).orFail();
    cluster.deleteNamespace(namespace);
  }

  @Test
  void afterARestartControllersAndNodesWorkOn() {
    cluster.stopApiServer();
    cluster.startApiServer();
    String namespace = cluster.newNamespace();

    cluster.applyShop(namespace);

    cluster.deleteNamespace(namespace);
  }

  @Test
  void aFrozenApiServerLeavesConnectionsHangingUntilItThaws() {
    cluster.freezeApiServer();
    CommandResult frozen;
    try {
      frozen = cluster.kubectl("get", "namespaces", "--request-timeout=1s");
    } finally {
      cluster.thawApiServer();
    }

    assertThat(frozen.succeeded()).isFalse();
    cluster.kubectl("get", "namespaces").orFail();
  }

  @Test
  void aWatchFromBeforeCompactionAndRestartIsGone() {
    String namespace = cluster.newNamespace();
    String old =
        cluster
            .kubectl("get", "namespace", namespace, "-o", "jsonpath={.metadata.resourceVersion}")
            .orFail()
            .stdout();
    cluster.kubectl("create", "configmap", "later", "-n", namespace).orFail();

    cluster.compactEtcd();
    cluster.stopApiServer();
    cluster.startApiServer();

    String watch =
        "/api/v1/namespaces/"
            + namespace
            + "/configmaps?watch=1&timeoutSeconds=5&resourceVersion="
            + old;
    String answer =
        cluster.await(
            "410 Gone", Duration.ofSeconds(30), () -> raw(watch), text -> text.contains("too old"));
    assertThat(answer).contains("too old resource version");
    cluster.deleteNamespace(namespace);
  }

  private String raw(String path) {
    CommandResult result = cluster.kubectl("get", "--raw", path);
    return result.stdout() + result.stderr();
  }
}
