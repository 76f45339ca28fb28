package dev.faultline.graph;

import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Set;

/** Whoever calls the Service of a profile, or of a split, calls what stands in for it. */
final class ServiceProfileOpener implements Opener {

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.SERVICE_PROFILE, RoutingKinds.TRAFFIC_SPLIT);
  }

  @Override
  public Opened of(OtherObject route) {
    var host =
        route.ref().kind().equals(RoutingKinds.SERVICE_PROFILE)
            ? route.ref().name()
            : route.manifest().read().spec().text("service").orElse("");
    return new Opened(List.of(), Manner.CALL, List.of(host));
  }
}
