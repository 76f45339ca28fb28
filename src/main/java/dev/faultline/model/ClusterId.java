package dev.faultline.model;

/** Which cluster: the kubeconfig's context, or the name of a demo or folder. */
public record ClusterId(String name) implements Comparable<ClusterId> {

  @Override
  public int compareTo(ClusterId other) {
    return name.compareTo(other.name);
  }

  @Override
  public String toString() {
    return name;
  }
}
