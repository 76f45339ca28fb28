package dev.faultline.graph;

import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A component of Dapr is loaded by the sidecars of the applications in its scopes; without scopes,
 * by all of its namespace, of which most do not use it.
 */
final class DaprOpener implements Opener {

  private static final String NO_SCOPES =
      "a component without scopes, which every sidecar of the namespace loads";

  private final DaprApps apps;

  DaprOpener(RunnerIndex runners) {
    this.apps = new DaprApps(runners);
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.DAPR_COMPONENT, RoutingKinds.DAPR_ENDPOINT);
  }

  @Override
  public Opened of(OtherObject route) {
    var all = apps.in(route.ref().namespace());
    var scopes = route.manifest().read().tree().array("scopes").texts();
    if (!scopes.isEmpty()) {
      return new Opened(
          all.stream().filter(runner -> scopes.contains(DaprApps.id(runner))).toList(),
          Manner.CALL);
    }
    return all.size() < Selection.FEW
        ? new Opened(all, Manner.CALL)
        : new Opened(
            all.stream().filter(runner -> !isNamedBy(runner, route)).toList(),
            Manner.CALL,
            List.of(),
            Optional.of(NO_SCOPES));
  }

  /** Whether a variable of the workload holds the name of the component. */
  static boolean isNamedBy(Runner runner, OtherObject component) {
    return DaprApps.named(runner).contains(component.ref().name());
  }
}
