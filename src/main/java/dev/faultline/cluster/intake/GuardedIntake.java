package dev.faultline.cluster.intake;

import dev.faultline.evidence.SecretEvidence;
import dev.faultline.model.ClusterId;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.Configuration;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.NamedHost;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.function.Predicate;

/**
 * Takes objects in at the edge of an adapter. Of a Secret it is worked out which Services its
 * values name; then each value becomes a hash. Nothing else of a value leaves here.
 */
public final class GuardedIntake {

  private final ClusterId cluster;
  private final SecretGuard guard;
  private final Intake intake;
  private final Predicate<ResourceRef> isService;

  /**
   * @param isService whether there is a Service of that reference; what a value names otherwise
   *     might be part of a password, and is not kept
   */
  public GuardedIntake(
      ClusterId cluster, SecretGuard guard, Intake intake, Predicate<ResourceRef> isService) {
    this.cluster = cluster;
    this.guard = guard;
    this.intake = intake;
    this.isService = isService;
  }

  /**
   * One object as the state keeps it.
   *
   * @throws IllegalStateException if a Secret can't be read; it repeats nothing of its values
   */
  public ClusterObject read(Manifest manifest) {
    var object = intake.read(guard.strip(manifest));
    return object instanceof Configuration secret && manifest.kind().equals(Kind.SECRET)
        ? new Configuration(
            secret.meta(), secret.checked(), secret.keys(), secret.manifest(), named(manifest))
        : object;
  }

  private List<Evidence> named(Manifest secret) {
    try {
      return SecretEvidence.read(cluster, secret, host -> isService(host, secret.namespace()));
    } catch (RuntimeException e) {
      // Neither its words nor its cause's: they may repeat the value that could not be read.
      throw new IllegalStateException(
          "what " + secret.ref(cluster).describe() + " names can't be read: " + e.getClass());
    }
  }

  private boolean isService(NamedHost host, String namespace) {
    var labels = List.of(host.host().split("\\.", -1));
    return isService(labels.getFirst(), labels.size() > 1 ? labels.get(1) : namespace)
        || (labels.size() > 1
            && isService(labels.get(1), labels.size() > 2 ? labels.get(2) : namespace))
        || (labels.size() > 2
            && labels.get(2).equals("svc")
            && isService(labels.getFirst(), namespace));
  }

  private boolean isService(String name, String namespace) {
    return isService.test(new ResourceRef(cluster, Kind.SERVICE, namespace, name));
  }
}
