package dev.faultline.graph;

import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Set;

/**
 * A component of Dapr without scopes is loaded by every sidecar of its namespace, but used by the
 * applications whose variables name it.
 */
final class DaprNamingOpener implements Opener {

  private final DaprApps apps;

  DaprNamingOpener(RunnerIndex runners) {
    this.apps = new DaprApps(runners);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.DAPR_COMPONENT);
  }

  @Override
  public Opened of(OtherObject route) {
    boolean scoped = !route.manifest().read().tree().array("scopes").texts().isEmpty();
    return new Opened(
        scoped
            ? List.of()
            : apps.in(route.ref().namespace()).stream()
                .filter(runner -> DaprOpener.isNamedBy(runner, route))
                .toList(),
        Manner.CALL);
  }
}
