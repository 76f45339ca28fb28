package dev.faultline.model;

import java.util.Comparator;

/**
 * One object of one cluster.
 *
 * @param namespace empty for objects that have none
 */
public record ResourceRef(ClusterId cluster, Kind kind, String namespace, String name)
    implements Comparable<ResourceRef> {

  private static final Comparator<ResourceRef> ORDER =
      Comparator.comparing(ResourceRef::cluster)
          .thenComparing(ResourceRef::namespace)
          .thenComparing(ResourceRef::name)
          .thenComparing(ResourceRef::kind);

  /** Another object of the same cluster and namespace. */
  public ResourceRef sibling(Kind otherKind, String otherName) {
    return new ResourceRef(cluster, otherKind, namespace, otherName);
  }

  /** {@code namespace/name}, or the name alone where there is no namespace. */
  public String path() {
    return namespace.isEmpty() ? name : namespace + "/" + name;
  }

  /** {@code Deployment shop/payment}: for sentences. */
  public String describe() {
    return kind.name() + " " + path();
  }

  @Override
  public int compareTo(ResourceRef other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return cluster + ":" + describe();
  }
}
