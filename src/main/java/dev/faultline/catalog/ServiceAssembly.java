package dev.faultline.catalog;

import dev.faultline.catalog.health.HealthRules;
import dev.faultline.catalog.health.Patient;
import dev.faultline.model.ClusterState;
import dev.faultline.model.Kind;
import dev.faultline.model.ObjectMeta;
import dev.faultline.model.Pod;
import dev.faultline.model.PodTemplate;
import dev.faultline.model.Replicas;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.model.Version;
import dev.faultline.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts a service together: the workload, and all that belongs to it. */
final class ServiceAssembly {

  private final ClusterState state;
  private final Children children;
  private final ServiceFronts fronts;
  private final RevisionHistory history;
  private final BelongingReader belongings;

  ServiceAssembly(ClusterState state, Children children, ServiceFronts fronts) {
    this.state = state;
    this.children = children;
    this.fronts = fronts;
    this.history = new RevisionHistory(children);
    this.belongings = new BelongingReader(state);
  }

  Service ofWorkload(Workload workload) {
    var jobs = children.workloads(workload.ref(), Kind.JOB);
    return service(
        workload.meta(),
        Optional.of(workload),
        Optional.of(workload.template()),
        jobs.isEmpty() ? workload.replicas() : sum(jobs),
        history.of(workload),
        children.allPods(workload.ref()),
        jobs);
  }

  Service ofPod(Pod pod) {
    boolean over = pod.phase().equals("Succeeded");
    int ready = pod.ready() ? 1 : 0;
    return service(
        pod.meta(),
        Optional.empty(),
        pod.template(),
        new Replicas(over ? 0 : 1, 1, 1, ready, ready),
        RevisionHistory.ofPod(pod),
        List.of(pod),
        List.of());
  }

  private Service service(
      ObjectMeta meta,
      Optional<Workload> workload,
      Optional<PodTemplate> template,
      Replicas replicas,
      List<Revision> revisions,
      List<Pod> pods,
      List<Workload> jobs) {
    var ref = meta.ref();
    var ownership = OwnershipReader.read(meta);
    return new Service(
        ref,
        template.map(PodTemplate::version).orElseGet(Version.Unknown::new),
        HealthRules.judge(new Patient(state, meta, workload, replicas, revisions, pods, jobs)),
        replicas,
        ownership,
        belongings.read(meta, labels(template), ownership),
        TopLevel.owner(meta).isPresent(),
        fronts.select(ref.namespace(), labels(template)),
        template.map(PodTemplate::references).orElse(List.of()),
        revisions,
        pods,
        pods.stream().mapToInt(Pod::restarts).sum());
  }

  private static Map<String, String> labels(Optional<PodTemplate> template) {
    return template.map(PodTemplate::labels).orElse(Map.of());
  }

  private static Replicas sum(List<Workload> jobs) {
    return jobs.stream()
        .map(Workload::replicas)
        .reduce(
            Replicas.NONE,
            (a, b) ->
                new Replicas(
                    a.wanted() + b.wanted(),
                    a.current() + b.current(),
                    a.updated() + b.updated(),
                    a.ready() + b.ready(),
                    a.available() + b.available()));
  }
}
