package dev.faultline.graph;

import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.Set;

/** The sidecars of the applications that name a Configuration of Dapr send their traces there. */
final class DaprTracingOpener implements Opener {

  private static final String CONFIG = "dapr.io/config";

  private final DaprApps apps;

  DaprTracingOpener(RunnerIndex runners) {
    this.apps = new DaprApps(runners);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.DAPR_CONFIGURATION);
  }

  @Override
  public Opened of(OtherObject route) {
    return new Opened(
        apps.in(route.ref().namespace()).stream()
            .filter(
                runner -> route.ref().name().equals(runner.template().annotations().get(CONFIG)))
            .toList(),
        Manner.MEASURE);
  }
}
