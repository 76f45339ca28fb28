package dev.faultline.cluster.fabric8;

import dev.faultline.model.ClusterId;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** One context of the kubeconfig: a cluster, who we are there, and where we look first. */
public final class KubeContext {

  private final String name;
  private final Path file;
  private final Optional<String> namespace;
  private final KubeCluster cluster;
  private final KubeUser user;
  private final Optional<String> problem;

  KubeContext(
      String name,
      Path file,
      Optional<String> namespace,
      KubeCluster cluster,
      KubeUser user,
      Optional<String> problem) {
    this.name = name;
    this.file = file;
    this.namespace = namespace;
    this.cluster = cluster;
    this.user = user;
    this.problem = problem;
  }

  public String name() {
    return name;
  }

  public ClusterId id() {
    return new ClusterId(name);
  }

  /** The file that defines it. */
  public Path file() {
    return file;
  }

  /** The namespace kubectl would use. */
  public Optional<String> namespace() {
    return namespace;
  }

  /** The API server's URL; empty if the kubeconfig names none. */
  public String server() {
    return cluster.server();
  }

  /** The name of the user's entry; empty if there is none. */
  public String userName() {
    return user.name();
  }

  /** Why it cannot be used, found without asking the cluster. */
  public Optional<String> problem() {
    return problem;
  }

  KubeCluster cluster() {
    return cluster;
  }

  KubeUser user() {
    return user;
  }

  /** Equal are two that lead to the same server as the same user, however often they were read. */
  @Override
  public boolean equals(Object other) {
    return other instanceof KubeContext that && parts().equals(that.parts());
  }

  @Override
  public int hashCode() {
    return parts().hashCode();
  }

  private List<Object> parts() {
    return List.of(name, file, namespace, cluster, user, problem);
  }

  @Override
  public String toString() {
    return "KubeContext[" + name + "]";
  }
}
