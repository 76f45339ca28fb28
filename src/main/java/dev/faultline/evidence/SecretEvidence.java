package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.NamedHost;
import dev.faultline.model.Strength;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Finds which Services a Secret names, at the edge where its values are still there; they are taken
 * out right after. What is not the name of a Service that exists might be part of a password, and
 * is not kept.
 */
public final class SecretEvidence {

  private static final String NAME = "secret";

  private SecretEvidence() {}

  /**
   * The evidence in a Secret; none in any other object.
   *
   * @param isService whether a host that the Secret names is a Service of the cluster
   */
  public static List<Evidence> read(
      ClusterId cluster, Manifest secret, Predicate<NamedHost> isService) {
    if (!secret.kind().equals(Kind.SECRET)) {
      return List.of();
    }
    var at = secret.ref(cluster);
    return ConfigMapReader.findings(
            ConfigMapText.ofSecret(secret.tree()),
            secret.namespace(),
            SettingGroup.Bare.PASSED_OVER)
        .filter(finding -> finding.strength() != Strength.WEAK)
        .filter(finding -> isService.test(finding.host()))
        // What stands before the sign of equality in a value is part of the value as well.
        .map(finding -> finding.at(ConfigPlace.of(ConfigPlace.key(finding.place()))))
        .map(finding -> finding.evidence(NAME, at, Optional.empty()))
        .distinct()
        .toList();
  }
}
