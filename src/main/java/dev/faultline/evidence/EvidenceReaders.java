package dev.faultline.evidence;

import dev.faultline.model.ClusterId;
import dev.faultline.model.Evidence;
import dev.faultline.model.Manifest;
import java.util.List;

/** All readers, in one place: a new one is added to this list. */
public final class EvidenceReaders {

  private static final List<EvidenceReader> ALL =
      List.of(
          new EnvReader(),
          new ArgumentReader(),
          new ConfigMapReader(),
          new UpstreamReader(),
          new ConnectsToReader(),
          new IngressReader(),
          new OpenShiftReader(),
          new TraefikReader(),
          new ContourReader(),
          new GatewayRouteReader(),
          new IstioReader(),
          new EndpointReader(),
          new ScalerReader(),
          new DaprReader(),
          new DaprInvocationReader(),
          new DaprNamingReader(),
          new ServiceProfileReader(),
          new KnativeReader(),
          new WebhookReader(),
          new ExposureReader());

  private EvidenceReaders() {}

  /** What the object names, by all readers. */
  public static List<Evidence> read(ClusterId cluster, Manifest manifest) {
    return ALL.stream().flatMap(reader -> reader.read(cluster, manifest)).toList();
  }
}
