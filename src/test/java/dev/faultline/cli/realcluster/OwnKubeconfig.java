package dev.faultline.cli.realcluster;

import dev.faultline.realcluster.RealCluster;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Kubeconfigs with one context each, for the running cluster, with a user of one's own. */
final class OwnKubeconfig {

  private final RealCluster cluster;
  private final Path folder;

  OwnKubeconfig(RealCluster cluster, Path folder) {
    this.cluster = cluster;
    this.folder = folder;
  }

  /**
   * A context that reaches the cluster as kubectl does.
   *
   * @param user what stands under {@code user:}, in one line of YAML
   */
  Path context(String name, String user) throws IOException {
    return context(name, "certificate-authority-data: " + authority(), user);
  }

  /** A context that trusts the server in its own way. */
  Path context(String name, String trust, String user) throws IOException {
    var text =
        """
        apiVersion: v1
        kind: Config
        current-context: NAME
        clusters: [{name: NAME, cluster: {server: 'SERVER', TRUST}}]
        users: [{name: NAME, user: USER}]
        contexts: [{name: NAME, context: {cluster: NAME, user: NAME}}]
        """
            .replace("NAME", name)
            .replace("SERVER", view(".clusters[0].cluster.server"))
            .replace("TRUST", trust)
            .replace("USER", user);
    return Files.writeString(folder.resolve(name + ".yaml"), text);
  }

  /** The certificate authority of the cluster, in base64. */
  String authority() {
    return view(".clusters[0].cluster.certificate-authority-data");
  }

  /** The token of one of the cluster's own users. */
  String token(String user) {
    return view(".users[?(@.name==\"" + user + "\")].user.token");
  }

  /** A plugin that prints whatever token stands in the file, and counts how often it is asked. */
  Path plugin(String name, Path tokenFile) throws IOException {
    var script =
        """
        #!/bin/sh
        echo asked >> "$0.count"
        printf '{"apiVersion": "client.authentication.k8s.io/v1", "kind": "ExecCredential",'
        printf ' "status": {"token": "%s"}}' "$(cat TOKEN)"
        """
            .replace("TOKEN", tokenFile.toString());
    var file = Files.writeString(folder.resolve(name), script);
    if (!file.toFile().setExecutable(true)) {
      throw new IOException(file + " can't be made executable");
    }
    return file;
  }

  /** How often a plugin was asked. */
  static int asked(Path plugin) throws IOException {
    return Files.readAllLines(plugin.resolveSibling(plugin.getFileName() + ".count")).size();
  }

  private String view(String path) {
    return cluster
        .kubectl("config", "view", "--raw", "-o", "jsonpath={" + path + "}")
        .orFail()
        .stdout()
        .strip();
  }
}
