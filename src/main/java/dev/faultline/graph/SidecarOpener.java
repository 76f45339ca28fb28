package dev.faultline.graph;

import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Set;

/**
 * What a Sidecar of Istio lets the workloads that it selects see. One for a whole namespace says
 * nothing of any of them.
 */
final class SidecarOpener implements Opener {

  private final RunnerIndex runners;

  SidecarOpener(RunnerIndex runners) {
    this.runners = runners;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(RoutingKinds.SIDECAR);
  }

  @Override
  public Opened of(OtherObject route) {
    var labels = route.manifest().read().spec().texts("workloadSelector", "labels");
    var selected = RunnerIndex.labelled(runners.in(route.ref().namespace()).stream(), labels);
    return new Opened(selected.size() > Selection.FEW ? List.of() : selected, Manner.MAY_CALL);
  }
}
