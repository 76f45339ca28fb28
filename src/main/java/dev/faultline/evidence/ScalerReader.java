package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Manifest;
import dev.faultline.model.json.JsonObject;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads what KEDA looks at to scale a workload: the queue or the store that the workload works on,
 * or a metrics server that KEDA alone asks.
 */
final class ScalerReader implements EvidenceReader {

  private static final Set<String> METRICS =
      Set.of(
          "prometheus",
          "loki",
          "graphite",
          "influxdb",
          "metrics-api",
          "datadog",
          "new-relic",
          "dynatrace",
          "splunk",
          "splunk-observability",
          "elasticsearch-metrics",
          "external",
          "external-push");

  /** Members that hold an address, in the scalers that have one. */
  private static final Set<String> ADDRESSES =
      Set.of(
          "bootstrapServers",
          "host",
          "hosts",
          "address",
          "addresses",
          "serverAddress",
          "serverURL",
          "natsServerMonitoringEndpoint",
          "managementEndpoint",
          "restApiTemplate",
          "connection",
          "connectionString",
          "endpoint",
          "endpoints",
          "adminURL",
          "clusterIPAddress",
          "url",
          "brokerAddress",
          "nsqLookupdHTTPAddresses",
          "solaceSempBaseURL",
          "scalerAddress");

  @Override
  public Stream<Evidence> read(ClusterId cluster, Manifest manifest) {
    Kind kind = manifest.kind();
    if (!kind.equals(Kind.SCALED_OBJECT) && !kind.equals(Kind.SCALED_JOB)) {
      return Stream.empty();
    }
    var at = manifest.ref(cluster);
    return Referral.each(
        "spec",
        manifest.spec(),
        "triggers",
        (place, trigger) -> {
          boolean metrics = METRICS.contains(trigger.text("type").orElse(""));
          var reader = metrics ? EvidenceSort.SCALER_METRICS : EvidenceSort.SCALER;
          return trigger(new Referral(reader, at), place + ".metadata", trigger.object("metadata"));
        });
  }

  /** Read together, as a host may have its port, and its password, beside it. */
  private static Stream<Evidence> trigger(Referral referral, String place, JsonObject metadata) {
    var settings =
        metadata.texts().entrySet().stream()
            .filter(entry -> ADDRESSES.contains(entry.getKey()) || entry.getKey().equals("port"))
            .map(entry -> new Setting(place + "." + entry.getKey(), entry.getValue()))
            .toList();
    return SettingGroup.read(settings, SettingGroup.Bare.PASSED_OVER).stream()
        .map(finding -> finding.evidence(referral.reader(), referral.at(), Optional.empty()));
  }
}
