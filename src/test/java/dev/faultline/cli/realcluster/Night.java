package dev.faultline.cli.realcluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.faultline.model.json.JsonObject;
import dev.faultline.realcluster.CommandResult;
import dev.faultline.realcluster.RealCluster;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** One night on call: a namespace, kubectl to see what is true, and Faultline to work with. */
final class Night implements AutoCloseable {

  /** The reason given where a test is not about reasons. */
  static final String REASON = "the release crashes";

  static final Duration SOON = Duration.ofMinutes(2);

  private static final Path MANIFESTS =
      Path.of(System.getProperty("basedir", ""))
          .resolve("src/test/cluster/manifests/shop")
          .toAbsolutePath();

  private final RealCluster cluster;
  private final String namespace;
  private final Faultline faultline;

  Night(RealCluster cluster, Path home) {
    this.cluster = cluster;
    this.namespace = cluster.newNamespace();
    this.faultline = new Faultline(home, cluster.kubeconfig());
  }

  String namespace() {
    return namespace;
  }

  Faultline faultline() {
    return faultline;
  }

  /** Applies some of the shop's files and waits until their workloads are ready. */
  void open(String... names) {
    for (String name : names) {
      kubectl("apply", "-f", MANIFESTS.resolve(name + ".yaml").toString());
    }
    for (String kind : List.of("deployment", "statefulset", "daemonset")) {
      kubectl("get", kind, "-o", "name")
          .lines()
          .forEach(workload -> kubectl("rollout", "status", workload, "--timeout=180s"));
    }
  }

  /** Payment runs 1.4.2, with its database; then 1.5.0 is released and crashes. */
  void paymentIsBroken() {
    open("payment-db", "payment");
    releaseBrokenPayment();
  }

  void releaseBrokenPayment() {
    cluster.releaseBrokenPayment(namespace);
    await("a crash loop of 1.5.0", this::brokenPods, "CrashLoopBackOff"::equals);
  }

  /** Why the pods of 1.5.0 wait; empty if there are none. */
  String brokenPods() {
    return kubectl(
        "get",
        "pods",
        "-l",
        "version=1.5.0",
        "-o",
        "jsonpath={.items[*].status.containerStatuses[0].state.waiting.reason}");
  }

  /** A verb as the administrator, in this namespace. */
  Ran run(String... words) {
    return runAs(RealCluster.ADMINISTRATOR, words);
  }

  Ran runAs(String context, String... words) {
    return faultline.run(here(context, words));
  }

  /** Takes payment back without being asked, with a short settling time. */
  Ran takePaymentBack(String to, String... more) {
    return run(rollback("payment", to, more));
  }

  /** The words of a rollback that asks. */
  static String[] asking(String service, String to, String... more) {
    var words = new ArrayList<>(List.of("rollback", service, "--to", to, "--reason", REASON));
    if (!List.of(more).contains("--settle")) {
      words.addAll(List.of("--settle", "2s"));
    }
    words.addAll(List.of(more));
    return words.toArray(String[]::new);
  }

  /** The words of a rollback that does not ask. */
  static String[] rollback(String service, String to, String... more) {
    var words = new ArrayList<>(List.of(asking(service, to, more)));
    words.add("--yes");
    return words.toArray(String[]::new);
  }

  /** The words with this namespace and the administrator's context. */
  String[] here(String... words) {
    return here(RealCluster.ADMINISTRATOR, words);
  }

  String[] here(String context, String[] words) {
    var all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--context", context, "-n", namespace));
    return all.toArray(String[]::new);
  }

  /** What kubectl says, in this namespace. */
  String kubectl(String... words) {
    return kubectlResult(words).orFail().stdout().strip();
  }

  CommandResult kubectlResult(String... words) {
    var all = new ArrayList<>(List.of("-n", namespace));
    all.addAll(List.of(words));
    return cluster.kubectl(all.toArray(String[]::new));
  }

  /** One field of an object, by kubectl. */
  String field(String object, String path) {
    return kubectl("get", object, "-o", "jsonpath={" + path + "}");
  }

  String paymentImage() {
    return field("deployment/payment", ".spec.template.spec.containers[0].image");
  }

  String paymentGeneration() {
    return field("deployment/payment", ".metadata.generation");
  }

  String paymentCause() {
    return field("deployment/payment", ".metadata.annotations.kubernetes\\.io/change-cause");
  }

  /**
   * What kubectl and Faultline tell of a workload's history, which must agree: one line a revision,
   * oldest first, such as {@code "2 payment 1.5.0"}. Where kubectl knows no cause, as with the
   * revisions of a StatefulSet, Faultline may know one from the object itself.
   */
  List<String> history(String workload) {
    var byKubectl =
        kubectl("rollout", "history", workload)
            .lines()
            .filter(line -> line.matches("\\d+ .*"))
            .map(line -> line.replaceFirst(" +", " ").strip())
            .toList();
    var byFaultline = versions(workload.substring(workload.indexOf('/') + 1));
    assertThat(byFaultline).as("versions and kubectl rollout history").hasSameSizeAs(byKubectl);
    for (int i = 0; i < byKubectl.size(); i++) {
      assertThat(byFaultline.get(i)).startsWith(byKubectl.get(i).replace("<none>", ""));
    }
    return byKubectl;
  }

  private List<String> versions(String service) {
    return run("versions", service, "-o", "json")
        .exits(0)
        .json()
        .objects("revisions")
        .map(Night::historyLine)
        .toList()
        .reversed();
  }

  private static String historyLine(JsonObject revision) {
    return revision.number("number").orElse(0)
        + " "
        + revision.text("changeCause").orElse("<none>");
  }

  <T> T await(String what, Supplier<T> ask, Predicate<? super T> wanted) {
    return cluster.await(what, SOON, ask, wanted);
  }

  @Override
  public void close() {
    cluster.deleteNamespace(namespace);
  }
}
