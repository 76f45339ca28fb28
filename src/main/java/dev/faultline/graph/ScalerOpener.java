package dev.faultline.graph;

import dev.faultline.evidence.EvidenceSort;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import java.util.Set;

/** The queue by whose length KEDA scales a workload is the one that the workload works off. */
final class ScalerOpener implements Opener {

  private final RunnerIndex runners;

  ScalerOpener(RunnerIndex runners) {
    this.runners = runners;
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.SCALED_OBJECT);
  }

  @Override
  public boolean concerns(Evidence evidence) {
    return evidence.reader().equals(EvidenceSort.SCALER);
  }

  @Override
  public Opened of(OtherObject route) {
    var target = route.manifest().read().spec().object("scaleTargetRef");
    var name = target.text("name").orElse("");
    var kind = target.text("kind").orElse("Deployment");
    return new Opened(
        runners.in(
            route.ref().namespace(),
            runner -> runner.ref().name().equals(name) && runner.ref().kind().name().equals(kind)),
        Manner.CALL);
  }
}
