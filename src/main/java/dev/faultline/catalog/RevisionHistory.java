package dev.faultline.catalog;

import dev.faultline.model.Kind;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Pod;
import dev.faultline.model.Revision;
import dev.faultline.model.Workload;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** The revisions of a workload that the cluster still holds. */
final class RevisionHistory {

  private static final Comparator<Workload> NEWEST_FIRST =
      Comparator.comparingLong(RevisionNumbers::of)
          .thenComparing(
              holder -> holder.meta().created(), Comparator.comparing(RevisionParts::orLongAgo))
          .reversed();

  private final Children children;

  RevisionHistory(Children children) {
    this.children = children;
  }

  /** Newest first; the current one is always among them, if only held by the workload itself. */
  List<Revision> of(Workload workload) {
    var holders = new ArrayList<>(holders(workload));
    holders.sort(NEWEST_FIRST);
    var current = currentHolder(workload, holders);
    var byTemplate = new LinkedHashMap<String, List<Workload>>();
    for (Workload holder : holders) {
      // What the controller calls current is the workload's template, even if written otherwise.
      boolean isCurrent = current.filter(holder::equals).isPresent();
      String id = (isCurrent ? workload : holder).template().hash();
      byTemplate.computeIfAbsent(id, ignored -> new ArrayList<>()).add(holder);
    }
    var revisions = new ArrayList<Revision>();
    if (!byTemplate.containsKey(workload.template().hash())) {
      revisions.add(unheld(workload, holders));
    }
    byTemplate.forEach((id, same) -> revisions.add(held(workload, id, same)));
    return List.copyOf(revisions);
  }

  /** A pod on its own is its one revision. */
  static List<Revision> ofPod(Pod pod) {
    return pod.template()
        .map(
            template ->
                List.of(
                    RevisionParts.revision(
                        template, template.hash(), 0, pod.meta(), pod.meta(), true, List.of(pod))))
        .orElse(List.of());
  }

  private List<Workload> holders(Workload workload) {
    var ref = workload.ref();
    return switch (ref.kind().name()) {
      case "Deployment" -> children.workloads(ref, Kind.REPLICA_SET);
      case "StatefulSet", "DaemonSet" -> children.workloads(ref, Kind.CONTROLLER_REVISION);
      default -> List.of();
    };
  }

  /**
   * The holder with the workload's template. If none has it to the letter, though the controller
   * has seen the newest spec, it is the newest: a template kept by an older API server may lack
   * fields that have defaults since.
   */
  private static Optional<Workload> currentHolder(Workload workload, List<Workload> newestFirst) {
    var hash = workload.template().hash();
    boolean seen =
        workload.meta().generation() > 0
            && workload.rollout().observedGeneration() >= workload.meta().generation()
            && !workload.rollout().paused();
    return newestFirst.stream()
        .filter(holder -> holder.template().hash().equals(hash))
        .findFirst()
        .or(() -> newestFirst.stream().findFirst().filter(newest -> seen));
  }

  /** Not yet rolled out, or of a kind without history. */
  private Revision unheld(Workload workload, List<Workload> holders) {
    var pods = holders.isEmpty() ? children.allPods(workload.ref()) : List.<Pod>of();
    long number = holders.isEmpty() ? RevisionNumbers.of(workload) : 0;
    var hash = workload.template().hash();
    return RevisionParts.revision(
        workload.template(), hash, number, workload.meta(), workload.meta(), true, pods);
  }

  private Revision held(Workload workload, String id, List<Workload> same) {
    var newest = same.getFirst();
    boolean current = id.equals(workload.template().hash());
    var template = current ? workload.template() : newest.template();
    var pods = same.stream().flatMap(holder -> pods(workload, holder).stream()).toList();
    ObjectMeta author = current ? workload.meta() : newest.meta();
    return RevisionParts.revision(
        template, id, RevisionNumbers.of(newest), newest.meta(), author, current, pods);
  }

  private List<Pod> pods(Workload workload, Workload holder) {
    return holder.ref().kind().equals(Kind.CONTROLLER_REVISION)
        ? children.pods(workload.ref()).stream().filter(pod -> isOf(pod, workload, holder)).toList()
        : children.pods(holder.ref());
  }

  /** A StatefulSet marks its pods by the revision's name, a DaemonSet by the hash in that name. */
  private static boolean isOf(Pod pod, Workload workload, Workload holder) {
    var mark = pod.templateHash();
    var name = holder.ref().name();
    return !mark.isEmpty()
        && (name.equals(mark)
            || name.equals(workload.ref().name() + "-" + mark)
            || mark.equals(holder.meta().labels().get("controller-revision-hash")));
  }
}
