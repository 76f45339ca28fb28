package dev.faultline.realcluster;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A running control plane with fake nodes, and what tests do to it. Namespaces keep tests apart.
 */
public final class RealCluster implements AutoCloseable {

  /** May do anything. */
  public static final String ADMINISTRATOR = "administrator";

  /** May read everything, Secrets too, and write nothing. */
  public static final String VIEWER = "viewer";

  /** May read and write in the namespace {@code shop}, and not list namespaces. */
  public static final String NAMESPACED = "namespaced";

  /** Is known to the server and may do nothing. */
  public static final String NOBODY = "nobody";

  /** As the viewer, without ConfigMaps and Secrets. */
  public static final String NOCONFIG = "noconfig";

  private static final Duration KUBECTL_LIMIT = Duration.ofMinutes(3);

  private final ClusterKit kit;
  private final Path kubeconfig;

  private RealCluster(ClusterKit kit, Path kubeconfig) {
    this.kit = kit;
    this.kubeconfig = kubeconfig;
  }

  static RealCluster start() {
    ClusterKit kit = new ClusterKit();
    return new RealCluster(kit, kit.start());
  }

  /** The kubeconfig with one context for each user: the constants of this class. */
  public Path kubeconfig() {
    return kubeconfig;
  }

  public List<String> contexts() {
    return List.of(ADMINISTRATOR, VIEWER, NAMESPACED, NOBODY, NOCONFIG);
  }

  /** Runs kubectl as the administrator, unless the arguments name another {@code --context}. */
  public CommandResult kubectl(String... arguments) {
    List<String> words = new ArrayList<>();
    words.add(kit.program("kubectl").toString());
    words.add("--kubeconfig=" + kubeconfig);
    words.addAll(List.of(arguments));
    return Command.run(KUBECTL_LIMIT, words);
  }

  /** Kills the API server: connections are refused until {@link #startApiServer()}. */
  public void stopApiServer() {
    kit.script("apiserver.sh", "stop", run()).orFail();
  }

  /** Brings the API server back on the same port and returns when it is ready. */
  public void startApiServer() {
    kit.script("apiserver.sh", "start", run()).orFail();
  }

  /**
   * Stops the API server's process in its tracks: connections hang until {@link #thawApiServer()}.
   */
  public void freezeApiServer() {
    kit.script("apiserver.sh", "freeze", run()).orFail();
  }

  public void thawApiServer() {
    kit.script("apiserver.sh", "thaw", run()).orFail();
  }

  /**
   * Makes etcd forget all revisions but the last. The API server's own cache still answers watches
   * from before: with a restart of the API server after this, every watch from an older
   * resourceVersion gets 410 Gone.
   */
  public void compactEtcd() {
    kit.script("compact.sh", run()).orFail();
  }

  /**
   * Makes the server forget every place from which a watch could go on. Something else is written
   * first: whoever stands at the very last change has missed nothing, and is not refused.
   */
  public void forgetAllPlaces() {
    for (int i = 0; i < 5; i++) {
      kubectl("annotate", "namespace", "default", "--overwrite", "tick=" + UUID.randomUUID())
          .orFail();
    }
    stopApiServer();
    compactEtcd();
    startApiServer();
  }

  /** Creates a namespace of its own for one test and returns its name. */
  public String newNamespace() {
    String name = "test-" + UUID.randomUUID().toString().substring(0, 8);
    kubectl("create", "namespace", name).orFail();
    return name;
  }

  /** Deletes a namespace without waiting for its end. */
  public void deleteNamespace(String namespace) {
    kubectl("delete", "namespace", namespace, "--wait=false", "--ignore-not-found").orFail();
  }

  /**
   * Puts the shop (five Deployments, a StatefulSet, a DaemonSet) into a namespace and waits until
   * all of it is ready.
   */
  public void applyShop(String namespace) {
    kubectl("apply", "-n", namespace, "-f", kit.file("manifests/shop").toString()).orFail();
    for (String workload : List.of("deployment", "statefulset", "daemonset")) {
      for (String name : names(namespace, workload)) {
        kubectl("rollout", "status", "-n", namespace, name, "--timeout=120s").orFail();
      }
    }
  }

  /**
   * Releases the payment version that crashes; returns at once, since that rollout never ends well.
   */
  public void releaseBrokenPayment(String namespace) {
    String patch = kit.file("manifests/payment-1.5.0.yaml").toString();
    kubectl("patch", "deployment", "payment", "-n", namespace, "--patch-file", patch).orFail();
  }

  /**
   * Asks until the answer is as wanted and returns it; fails with the last answer after {@code
   * atMost}.
   */
  public <T> T await(String what, Duration atMost, Supplier<T> ask, Predicate<? super T> wanted) {
    return Waiting.until(what, atMost, ask, wanted);
  }

  @Override
  public void close() {
    kit.script("stop.sh", run()).orFail();
  }

  private List<String> names(String namespace, String kind) {
    return kubectl("get", kind, "-n", namespace, "-o", "name").orFail().stdout().lines().toList();
  }

  private String run() {
    return kubeconfig.toAbsolutePath().getParent().toString();
  }
}
