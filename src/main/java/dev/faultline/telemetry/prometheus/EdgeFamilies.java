package dev.faultline.telemetry.prometheus;

import java.util.List;
import java.util.stream.Stream;

/** All families of metrics that are known, each described where its exporter is. */
final class EdgeFamilies {

  static final List<EdgeFamily> ALL =
      Stream.of(
              Istio.families(),
              Linkerd.families(),
              ServiceGraph.families(),
              Hubble.families(),
              NetworkFlows.families())
          .flatMap(List::stream)
          .toList();

  private EdgeFamilies() {}
}
