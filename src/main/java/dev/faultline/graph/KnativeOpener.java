package dev.faultline.graph;

import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.RoutingKinds;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Events are brought by the dispatcher of the broker, or of the source; to the sink of a binding
 * they are sent by the workload that is bound.
 */
final class KnativeOpener implements Opener {

  private static final String SYSTEM = "knative-eventing";
  private static final Map<Kind, String> DISPATCHERS =
      Map.of(
          RoutingKinds.TRIGGER, "mt-broker-filter",
          RoutingKinds.SUBSCRIPTION, "imc-dispatcher",
          RoutingKinds.PING_SOURCE, "pingsource-mt-adapter",
          RoutingKinds.KAFKA_SOURCE, "kafka-source-dispatcher");

  /** What they bring came from a workload; sources bring it from elsewhere. */
  private static final Set<Kind> BETWEEN = Set.of(RoutingKinds.TRIGGER, RoutingKinds.SUBSCRIPTION);

  private final RunnerIndex runners;

  KnativeOpener(RunnerIndex runners) {
    this.runners = runners;
  }

  @Override
  public Set<Kind> kinds() {
    return RoutingKinds.EVENTING;
  }

  @Override
  public Opened of(OtherObject route) {
    if (route.ref().kind().equals(RoutingKinds.SINK_BINDING)) {
      return new Opened(bound(route), Manner.CALL);
    }
    var name = DISPATCHERS.getOrDefault(route.ref().kind(), "");
    var dispatchers = runners.in(SYSTEM, runner -> runner.ref().name().equals(name));
    boolean inside = BETWEEN.contains(route.ref().kind());
    return new Opened(dispatchers, inside ? Manner.DELIVER : Manner.FEED);
  }

  private List<Runner> bound(OtherObject binding) {
    var subject = binding.manifest().read().spec().object("subject");
    var kind = subject.text("kind").orElse("");
    var name = subject.text("name");
    var labels = new LabelSelector(subject.object("selector"));
    return runners.in(
        subject.text("namespace").orElse(binding.ref().namespace()),
        runner ->
            runner.ref().kind().name().equals(kind)
                && name.map(runner.ref().name()::equals)
                    .orElseGet(() -> !labels.isEmpty() && labels.matches(runner.labels())));
  }
}
