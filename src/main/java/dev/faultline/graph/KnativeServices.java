package dev.faultline.graph;

import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Services of Knative by name. Their Kubernetes Services, where they are seen at all, lead to a
 * gateway, and no further.
 */
final class KnativeServices {

  private static final String LABEL = "serving.knative.dev/service";

  private final RunnerIndex runners;
  private final boolean any;

  KnativeServices(RunnerIndex runners) {
    this.runners = runners;
    this.any = runners.all().anyMatch(KnativeServices::isKnative);
  }

  /** The Deployments of its revisions; the resource itself where there are none, as in files. */
  Optional<Destination> find(String namespace, String name) {
    if (!any) {
      return Optional.empty();
    }
    var revisions = RunnerIndex.labelled(runners.in(namespace).stream(), Map.of(LABEL, name));
    List<Runner> behind =
        revisions.isEmpty()
            ? runners.in(namespace, one -> isResource(one) && one.ref().name().equals(name))
            : revisions;
    return behind.isEmpty() ? Optional.empty() : Optional.of(new Destination.Selected(behind));
  }

  /** Those that nothing has been made of: the Deployments of the others say the same. */
  static Stream<Workload> unmade(ClusterState state) {
    var services = state.all(RoutingKinds.KNATIVE_SERVICE, Workload.class).toList();
    if (services.isEmpty()) {
      return Stream.empty();
    }
    var made =
        state
            .all(Kind.DEPLOYMENT, Workload.class)
            .flatMap(
                one ->
                    Optional.ofNullable(one.template().labels().get(LABEL))
                        .map(name -> one.ref().namespace() + "/" + name)
                        .stream())
            .collect(Collectors.toSet());
    return services.stream().filter(one -> !made.contains(one.ref().path()));
  }

  private static boolean isKnative(Runner runner) {
    return isResource(runner) || runner.labels().containsKey(LABEL);
  }

  private static boolean isResource(Runner runner) {
    return runner.ref().kind().equals(RoutingKinds.KNATIVE_SERVICE);
  }
}
