package dev.faultline.graph;

import dev.faultline.evidence.ConfigPlace;
import dev.faultline.evidence.SettingName;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Evidence;
import dev.faultline.model.ResourceRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Tells what an edge is for: from what runs at its two ends, else from port and setting. */
final class EdgeClassifier {

  private static final Set<String> SYSTEM_NAMESPACES =
      Set.of(
          "kube-system",
          "kube-public",
          "istio-system",
          "linkerd",
          "cert-manager",
          "ingress-nginx",
          "gatekeeper-system",
          "metallb-system",
          "calico-system");

  private static final Set<String> HELPERS =
      Set.of("init", "wait", "waiter", "check", "migrate", "migration", "migrations", "setup");

  private static final String BETWEEN_WORDS = "[-.]";

  private EdgeClassifier() {}

  /** The class of an edge to a workload that can be seen. */
  static EdgeClass toWorkload(Runner caller, Runner callee, List<Evidence> evidence) {
    return toWorkload(caller.ref(), runs(caller), callee.ref(), runs(callee), evidence);
  }

  /**
   * The same, where it is known what the two ends run.
   *
   * @param runs the class of the known software that the caller runs
   */
  static EdgeClass toWorkload(
      ResourceRef caller,
      Optional<EdgeClass> runs,
      ResourceRef callee,
      Optional<EdgeClass> calleeRuns,
      List<Evidence> evidence) {
    if (runs.equals(Optional.of(EdgeClass.TELEMETRY))) {
      return EdgeClass.TELEMETRY;
    }
    return calleeRuns
        .or(() -> byPlace(callee, evidence))
        .or(() -> byName(caller, callee))
        .orElse(EdgeClass.APPLICATION);
  }

  /** The class of an edge to a Service behind which nothing can be seen. */
  static EdgeClass toService(Runner caller, ResourceRef service, List<Evidence> evidence) {
    if (runs(caller).equals(Optional.of(EdgeClass.TELEMETRY))) {
      return EdgeClass.TELEMETRY;
    }
    return byPlace(service, evidence)
        .or(() -> byName(caller.ref(), service))
        .orElse(EdgeClass.APPLICATION);
  }

  /**
   * By the name of the one called. What its name begins with as the caller's does, {@code
   * grafana-shop-} of each of them, is the name of the application that both are parts of, and says
   * nothing of the one.
   */
  private static Optional<EdgeClass> byName(ResourceRef caller, ResourceRef callee) {
    var found = KnownSoftware.byName(callee.name());
    return found.equals(Optional.of(EdgeClass.TELEMETRY))
        ? KnownSoftware.byName(withoutBeginning(callee.name(), caller.name()))
        : found;
  }

  /** All of the name, if nothing would be left. */
  private static String withoutBeginning(String name, String other) {
    var words = List.of(name.split(BETWEEN_WORDS));
    var others = List.of(other.split(BETWEEN_WORDS));
    int same = 0;
    int most = Math.min(words.size(), others.size());
    while (same < most && words.get(same).equals(others.get(same))) {
      same++;
    }
    return same == words.size() ? name : String.join("-", words.subList(same, words.size()));
  }

  /** What the workload itself is, whatever helpers stand beside it. */
  static Optional<EdgeClass> runs(Runner runner) {
    var main = runner.images().stream().filter(image -> !isHelper(image.container())).toList();
    var named =
        main.stream().filter(image -> image.container().equals(runner.ref().name())).toList();
    var telling = named.isEmpty() ? main : named;
    return IntStream.range(0, telling.size())
        .boxed()
        .flatMap(
            i ->
                KnownSoftware.byImage(telling.get(i).image()).stream()
                    .filter(found -> found != EdgeClass.TELEMETRY || i == 0))
        .findFirst();
  }

  /** Containers that run before the others, by the names they are usually given. */
  private static boolean isHelper(String container) {
    return SettingName.of(container).words().stream().anyMatch(HELPERS::contains);
  }

  private static Optional<EdgeClass> byPlace(ResourceRef callee, List<Evidence> evidence) {
    if (SYSTEM_NAMESPACES.contains(callee.namespace()) || isApiServer(callee)) {
      return Optional.of(EdgeClass.INFRASTRUCTURE);
    }
    boolean telemetry =
        !evidence.isEmpty()
            && evidence.stream()
                .map(one -> SettingName.of(ConfigPlace.setting(one.place())))
                .allMatch(SettingName::speaksOfTelemetry);
    if (telemetry) {
      return Optional.of(EdgeClass.TELEMETRY);
    }
    return evidence.stream()
        .flatMap(one -> one.names().port().stream().boxed())
        .map(KnownSoftware::byPort)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static boolean isApiServer(ResourceRef service) {
    return service.namespace().equals("default") && service.name().equals("kubernetes");
  }
}
