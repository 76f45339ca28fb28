package dev.faultline.graph;

import dev.faultline.evidence.EvidenceSort;
import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.ContainerImage;
import dev.faultline.model.Evidence;
import dev.faultline.model.Kind;
import dev.faultline.model.Pod;
import dev.faultline.model.PodTemplate;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A top-level workload as the graph sees it: who it is, what it runs, what it says. */
record Runner(ResourceRef ref, PodTemplate template, List<Evidence> evidence) {

  private static final String HELM_HOOK = "helm.sh/hook";

  /** Every workload of the state that no other workload of it controls. */
  static Stream<Runner> all(ClusterState state) {
    return Stream.concat(
            Kind.WORKLOADS.stream().flatMap(kind -> state.all(kind, ClusterObject.class)),
            KnativeServices.unmade(state))
        .filter(object -> !isControlled(object, state))
        .filter(object -> !object.meta().annotations().getOrDefault(HELM_HOOK, "").contains("test"))
        .flatMap(Runner::of)
        .sorted((a, b) -> a.ref().compareTo(b.ref()));
  }

  Map<String, String> labels() {
    return template.labels();
  }

  List<ContainerImage> images() {
    return template.images();
  }

  /** The image of its first container that stays, without tag. */
  String program() {
    return template.images().isEmpty() ? "" : withoutTag(template.images().getLast().image());
  }

  static String withoutTag(String image) {
    int slash = image.lastIndexOf('/');
    int tag = image.indexOf(':', slash + 1);
    int end = tag < 0 ? image.length() : tag;
    int digest = image.indexOf('@', slash + 1);
    return image.substring(0, digest < 0 ? end : Math.min(digest, end));
  }

  List<Reference> references() {
    return template.references();
  }

  /** Whether a container takes over all variables of an object. */
  boolean takesVariables() {
    return references().stream().anyMatch(one -> one.use() == Reference.Use.ENV_FROM);
  }

  /** What a ScaledJob says of others: its metrics are asked for by what scales it. */
  static List<Evidence> beside(Workload workload) {
    return workload.ref().kind().equals(Kind.SCALED_JOB)
        ? workload.evidence().stream().filter(Runner::isOfOthers).toList()
        : List.of();
  }

  private static List<Evidence> said(Workload workload) {
    return workload.ref().kind().equals(Kind.SCALED_JOB)
        ? workload.evidence().stream().filter(one -> !isOfOthers(one)).toList()
        : workload.evidence();
  }

  private static boolean isOfOthers(Evidence evidence) {
    return evidence.reader().equals(EvidenceSort.SCALER_METRICS);
  }

  private static Stream<Runner> of(ClusterObject object) {
    return switch (object) {
      case Workload workload ->
          Stream.of(new Runner(workload.ref(), workload.template(), said(workload)));
      case Pod pod ->
          pod.template().map(own -> new Runner(pod.ref(), own, pod.evidence())).stream();
      default -> Stream.empty();
    };
  }

  private static boolean isControlled(ClusterObject object, ClusterState state) {
    return object
        .meta()
        .controller()
        .filter(owner -> Kind.WORKLOADS.contains(owner.kind()))
        .filter(owner -> state.find(object.ref().sibling(owner.kind(), owner.name())).isPresent())
        .isPresent();
  }
}
