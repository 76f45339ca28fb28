package dev.faultline.model;

import java.util.Optional;

/**
 * Something a pod template needs to exist.
 *
 * @param target ConfigMap, Secret, PersistentVolumeClaim or ServiceAccount
 * @param key the key that must be there; empty if the whole object is used
 * @param optional the pod starts without it
 * @param prefix what {@code envFrom} puts before each key
 * @param container the container that reads it; empty for the pod itself
 * @param variable the variable that the key becomes; empty if it becomes none, or several
 */
public record Reference(
    Kind target,
    String name,
    Optional<String> key,
    boolean optional,
    Use use,
    String prefix,
    String container,
    String variable) {

  /** The need alone, which two variables may share. */
  public Reference withoutVariable() {
    return new Reference(target, name, key, optional, use, prefix, container, "");
  }

  /** How the pod uses it. */
  public enum Use {
    ENV,
    ENV_FROM,
    VOLUME,
    /** One key of a volume, mounted by its {@code subPath} as all that is mounted of it. */
    FILE,
    SERVICE_ACCOUNT,
    IMAGE_PULL
  }
}
