package dev.faultline.demo;

import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import java.util.Optional;

/** Admission by ResourceQuota, for the number of pods in a namespace. */
final class Quota {

  static final Kind RESOURCE_QUOTA = new Kind("", "ResourceQuota");

  private final ObjectStore store;

  Quota(ObjectStore store) {
    this.store = store;
  }

  /** Why a further pod may not be, in the server's words. */
  Optional<String> refuses(Manifest pod) {
    long used = store.list(Kind.POD, pod.namespace()).count();
    return store
        .list(RESOURCE_QUOTA, pod.namespace())
        .filter(quota -> quota.spec().text("hard", "pods").isPresent())
        .filter(quota -> used + 1 > Long.parseLong(quota.spec().text("hard", "pods").orElse("0")))
        .map(
            quota ->
                "pods \"%s\" is forbidden: exceeded quota: %s, requested: pods=1, used: pods=%d, limited: pods=%s"
                    .formatted(
                        pod.name(),
                        quota.name(),
                        used,
                        quota.spec().text("hard", "pods").orElse("")))
        .findFirst();
  }
}
