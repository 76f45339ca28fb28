package dev.faultline.cluster.fabric8;

/** A kubeconfig that can't be understood; the message names the line and quotes no content. */
final class BrokenKubeconfigException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenKubeconfigException(String problem) {
    super(problem);
  }

  BrokenKubeconfigException(int line, String problem) {
    this("line " + line + ": " + problem);
  }
}
