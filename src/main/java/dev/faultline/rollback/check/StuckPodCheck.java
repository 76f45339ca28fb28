package dev.faultline.rollback.check;

import dev.faultline.model.Kind;
import dev.faultline.model.Pod;
import dev.faultline.model.Workload;
import dev.faultline.rollback.plan.RevisionPods;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Will a StatefulSet wait for ever for a broken pod? With ordered pods it replaces the next one
 * only when all others are ready, so a pod that never gets ready stops the way back too
 * (kubernetes/kubernetes#67250).
 */
record StuckPodCheck() implements Check {

  @Override
  public String name() {
    return "stuck pods";
  }

  @Override
  public CheckOutcome run(CheckContext context) {
    var live = context.plan().live();
    if (!live.kind().equals(Kind.STATEFUL_SET)) {
      return CheckOutcome.passed("Only a StatefulSet waits for its broken pods.");
    }
    if (live.spec().text("podManagementPolicy").filter("Parallel"::equals).isPresent()
        || live.spec().text("updateStrategy", "type").filter("OnDelete"::equals).isPresent()) {
      return CheckOutcome.passed("Its pods do not wait for one another.");
    }
    var stuck = context.workload().map(workload -> stuck(context, workload)).orElse(List.of());
    if (stuck.isEmpty()) {
      return CheckOutcome.passed("No pod is stuck.");
    }
    var names = stuck.stream().map(pod -> pod.ref().name()).collect(Collectors.joining(", "));
    return CheckOutcome.warned(
        "%s %s not ready and the StatefulSet waits for that: after the rollback %s must be deleted (kubectl -n %s delete pod %s), as its own step."
            .formatted(
                names,
                stuck.size() == 1 ? "is" : "are",
                stuck.size() == 1 ? "it" : "they",
                live.namespace(),
                names.replace(",", "")));
  }

  private static List<Pod> stuck(CheckContext context, Workload workload) {
    var pods = RevisionPods.of(context.state(), workload, Set.of(context.plan().target().id()));
    return pods.others().stream().filter(pod -> !pod.ready()).toList();
  }
}
