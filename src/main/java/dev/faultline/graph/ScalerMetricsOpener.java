package dev.faultline.graph;

import dev.faultline.evidence.EvidenceSort;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import java.util.List;
import java.util.Set;

/**
 * The metrics by which a workload is scaled are asked for by KEDA's operator, not by the workload.
 */
final class ScalerMetricsOpener implements Opener {

  private static final String IMAGE = "/keda";

  private final List<Runner> operators;

  ScalerMetricsOpener(RunnerIndex runners) {
    this.operators = runners.all().filter(runner -> runner.program().endsWith(IMAGE)).toList();
  }

  @Override
  public Set<Kind> kinds() {
    return Set.of(Kind.SCALED_OBJECT, Kind.SCALED_JOB);
  }

  @Override
  public boolean concerns(Evidence evidence) {
    return evidence.reader().equals(EvidenceSort.SCALER_METRICS);
  }

  @Override
  public Opened of(OtherObject route) {
    return new Opened(operators, Manner.MEASURE);
  }
}
