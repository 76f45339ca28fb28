package dev.faultline.graph.layout;

import dev.faultline.catalog.ServiceCatalog;
import dev.faultline.graph.DependencyGraph;
import dev.faultline.model.Dependency;
import dev.faultline.model.Dependency.Callee;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Health.Status;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.Revision;
import dev.faultline.model.Service;
import dev.faultline.model.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Gathers what the map of the linked clusters shows. */
public final class MapContents {

  /** A revision that has been current for less than this is marked as changed. */
  public static final Duration RECENT = Duration.ofMinutes(60);

  private final Set<String> namespaces;
  private final EdgeFilter filter;
  private final GroupBy groupBy;
  private final Instant now;
  private final TreeMap<MapSubject, NodeFacts> nodes = new TreeMap<>();
  private final TreeMap<Line, Dependency> edges = new TreeMap<>();
  private final Map<ResourceRef, GroupId> groups = new HashMap<>();

  /**
   * @param namespaces the ones to show; none means all
   */
  public MapContents(Set<String> namespaces, EdgeFilter filter, GroupBy groupBy, Instant now) {
    this.namespaces = Set.copyOf(namespaces);
    this.filter = filter;
    this.groupBy = groupBy;
    this.now = now;
  }

  /** Adds a cluster: its services, and the dependencies that the filter lets pass. */
  public void add(ServiceCatalog catalog, DependencyGraph graph) {
    var sorts = sorts(graph);
    for (Service service : catalog.services()) {
      if (isShown(service.ref())) {
        nodes.put(new MapSubject.InCluster(service.ref()), facts(service, sorts, graph));
        group(service);
      }
    }
    for (Dependency dependency : graph.dependencies()) {
      var caller = new MapSubject.InCluster(dependency.caller());
      if (nodes.containsKey(caller) && filter.shows(dependency)) {
        add(caller, dependency, graph);
      }
    }
  }

  private void group(Service service) {
    if (groupBy != GroupBy.NAMESPACE) {
      var ref = service.ref();
      groupBy
          .of(service)
          .ifPresent(name -> groups.put(ref, new GroupId(ref.cluster(), groupBy, name)));
    }
  }

  public MapContent content() {
    var arrows = new TreeMap<Line, EdgeFacts>();
    edges.forEach(
        (line, dependency) -> arrows.put(line, new EdgeFacts(dependency, 1, status(line.to()))));
    return new MapContent(nodes, arrows, new Groups(groups));
  }

  private void add(MapSubject caller, Dependency dependency, DependencyGraph graph) {
    var callee = callee(dependency);
    switch (dependency.callee()) {
      case Callee.ToWorkload ignored -> {
        if (!nodes.containsKey(callee)) {
          return;
        }
      }
      case Callee.ToService to -> {
        if (!isShown(to.service())) {
          return;
        }
        nodes.putIfAbsent(
            callee, withoutPods(NodeSort.FRONT, graph.isCalledFromOutside(to.service())));
      }
      case Callee.ToExternal ignored ->
          nodes.putIfAbsent(callee, withoutPods(NodeSort.OUTSIDE, false));
    }
    if (!callee.equals(caller)) {
      edges.put(new Line(caller, callee), dependency);
    }
  }

  private Status status(MapSubject subject) {
    return Optional.ofNullable(nodes.get(subject)).map(NodeFacts::status).orElse(Status.UNKNOWN);
  }

  /** The node that the dependency leads to. */
  public static MapSubject callee(Dependency dependency) {
    return switch (dependency.callee()) {
      case Callee.ToWorkload to -> new MapSubject.InCluster(to.workload());
      case Callee.ToService to -> new MapSubject.InCluster(to.service());
      case Callee.ToExternal to -> new MapSubject.Outside(dependency.caller().cluster(), to.host());
    };
  }

  private boolean isShown(ResourceRef ref) {
    return namespaces.isEmpty() || namespaces.contains(ref.namespace());
  }

  private NodeFacts facts(
      Service service, Map<ResourceRef, NodeSort> sorts, DependencyGraph graph) {
    var changed =
        service
            .currentRevision()
            .flatMap(Revision::created)
            .map(created -> Duration.between(created, now))
            .filter(age -> age.compareTo(RECENT) < 0 && service.revisions().size() > 1)
            .map(age -> age.isNegative() ? Duration.ZERO : age);
    var replicas = service.replicas();
    boolean counted = replicas.wanted() > 0 || replicas.ready() > 0;
    return new NodeFacts(
            sorts.getOrDefault(service.ref(), NodeSort.APPLICATION),
            service.version() instanceof Version.Unknown ? "" : service.version().text(),
            counted ? replicas.ready() + "/" + replicas.wanted() : "",
            Math.max(replicas.ready(), replicas.wanted()),
            service.health().status(),
            changed,
            Optional.empty())
        .entered(graph.isCalledFromOutside(service.ref()));
  }

  private static NodeFacts withoutPods(NodeSort sort, boolean entry) {
    return new NodeFacts(sort, "", "", 0, Status.UNKNOWN, Optional.empty(), Optional.empty())
        .entered(entry);
  }

  /** What others use a workload as. */
  private static Map<ResourceRef, NodeSort> sorts(DependencyGraph graph) {
    var sorts = new HashMap<ResourceRef, NodeSort>();
    for (Dependency dependency : graph.dependencies()) {
      if (dependency.callee() instanceof Callee.ToWorkload to) {
        if (dependency.edgeClass() == EdgeClass.STORE) {
          sorts.put(to.workload(), NodeSort.STORE);
        } else if (dependency.edgeClass() == EdgeClass.MESSAGING) {
          sorts.put(to.workload(), NodeSort.BROKER);
        }
      }
    }
    return sorts;
  }
}
