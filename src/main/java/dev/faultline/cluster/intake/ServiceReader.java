package dev.faultline.cluster.intake;

import dev.faultline.model.Evidence;
import dev.faultline.model.KubernetesService;
import dev.faultline.model.KubernetesService.Port;
import dev.faultline.model.Manifest;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.json.JsonObject;
import java.util.List;

/** Reads a Kubernetes Service. */
final class ServiceReader {

  private ServiceReader() {}

  static KubernetesService read(
      ObjectMeta meta, Manifest manifest, KeptManifest keeping, List<Evidence> evidence) {
    var spec = manifest.spec();
    return new KubernetesService(
        meta,
        spec.text("type").orElse("ClusterIP"),
        spec.text("clusterIP").orElse(""),
        spec.text("externalName").orElse(""),
        spec.texts("selector"),
        spec.objects("ports").map(ServiceReader::port).toList(),
        keeping.withoutStatus(manifest),
        evidence);
  }

  private static Port port(JsonObject port) {
    int number = (int) Math.clamp(port.number("port").orElse(0), 0L, 65_535L);
    return new Port(
        port.text("name").orElse(""),
        number,
        port.text("targetPort").orElse(Integer.toString(number)),
        port.text("protocol").orElse("TCP"));
  }
}
