package dev.faultline.cluster.fabric8;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A command that prints credentials.
 *
 * @param folder of the kubeconfig, which a command with a slash is relative to
 * @param installHint what its makers say to somebody who lacks it
 * @param provideClusterInfo whether it wants to be told of the cluster
 */
record ExecPlugin(
    String command,
    List<String> arguments,
    Map<String, String> environment,
    String apiVersion,
    Path folder,
    Optional<String> installHint,
    boolean provideClusterInfo) {

  @Override
  public String toString() {
    return "ExecPlugin[" + command + "]"; // Arguments and environment may hold secrets.
  }
}
