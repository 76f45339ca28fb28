package dev.faultline.rollback.check;

import dev.faultline.model.Manifest;
import dev.faultline.rollback.Night;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** 1.4.2, released on 1 May at 10:00, comes back; its configuration may have moved on. */
class ConfigurationCheckTest extends CheckBench {

  @BeforeEach
  void theTargetReadsAConfigMap() {
    targetSpec(
        """
        {"containers":[{"name":"c","image":"registry.example/payment:1.4.2",
           "envFrom":[{"configMapRef":{"name":"conf"}}]}]}
        """);
  }

  @Test
  void configurationThatChangedSinceTheTargetIsNamed() {
    night.put(configMap("2026-04-01T00:00:00Z", "2026-04-01T00:00:00Z"));
    passes(run(new ConfigurationCheck()));
    night.put(configMap("2026-04-01T00:00:00Z", "2026-05-12T02:45:00Z"));
    says(
        run(new ConfigurationCheck()),
        CheckOutcome.Warned.class,
        "ConfigMap shop/conf was changed by kubectl-edit at 2026-05-12T02:45:00Z");
  }

  @Test
  void whatWasMadeRightAfterTheWorkloadInOneReleaseIsNoChange() {
    night.put(configMap("2026-05-01T10:00:02Z", "2026-05-01T10:00:02Z"));
    passes(run(new ConfigurationCheck()));
  }

  @Test
  void anEditSecondsAfterThatReleaseIsAChange() {
    night.put(configMap("2026-05-01T10:00:02Z", "2026-05-01T10:00:09Z"));
    says(run(new ConfigurationCheck()), CheckOutcome.Warned.class, "at 2026-05-01T10:00:09Z");
  }

  @Test
  void whatWasMadeAnewDaysAfterTheReleaseIsAChange() {
    night.put(configMap("2026-05-03T10:00:02Z", "2026-05-03T10:00:02Z"));
    says(run(new ConfigurationCheck()), CheckOutcome.Warned.class, "at 2026-05-03T10:00:02Z");
  }

  private static Manifest configMap(String made, String changed) {
    return Night.yaml(
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: conf
          namespace: shop
          creationTimestamp: "%s"
          managedFields: [{manager: kubectl-edit, operation: Update, time: "%s"}]
        data: {a: b}
        """,
        made, changed);
  }
}
