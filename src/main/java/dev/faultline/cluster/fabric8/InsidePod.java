package dev.faultline.cluster.fabric8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The way to the API server that every pod has: what kubectl falls back to without kubeconfig. */
final class InsidePod {

  private static final Path ACCOUNT = Path.of("/var/run/secrets/kubernetes.io/serviceaccount");

  private InsidePod() {}

  static Optional<KubeContext> context(Map<String, String> environment) {
    var host = Optional.ofNullable(environment.get("KUBERNETES_SERVICE_HOST"));
    var port = Optional.ofNullable(environment.get("KUBERNETES_SERVICE_PORT"));
    var token = ACCOUNT.resolve("token");
    if (host.isEmpty() || port.isEmpty() || !Files.isReadable(token)) {
      return Optional.empty();
    }
    var address = host.get().contains(":") ? "[" + host.get() + "]" : host.get();
    var cluster =
        new KubeCluster(
            "in-cluster",
            "https://" + address + ":" + port.get(),
            Optional.of(new Pem.InFile(ACCOUNT.resolve("ca.crt"))),
            false,
            Optional.empty(),
            Optional.empty());
    var user =
        new KubeUser(
            "service account",
            Optional.empty(),
            Optional.of(token),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            KubeUser.Impersonation.NONE);
    return Optional.of(
        new KubeContext("in-cluster", token, Optional.empty(), cluster, user, Optional.empty()));
  }
}
