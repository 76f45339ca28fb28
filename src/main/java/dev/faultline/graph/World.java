package dev.faultline.graph;

import dev.faultline.model.ClusterObject;
import dev.faultline.model.ClusterState;
import dev.faultline.model.CompactManifest;
import dev.faultline.model.ContainerImage;
import dev.faultline.model.EdgeClass;
import dev.faultline.model.Kind;
import dev.faultline.model.OtherObject;
import dev.faultline.model.Reference;
import dev.faultline.model.ResourceRef;
import dev.faultline.model.RoutingKinds;
import dev.faultline.model.Workload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What the meaning of a workload's words depends on besides its own: which Services there are and
 * who stands behind them, what runs where, who reads which configuration, what policies allow.
 */
final class World {

  /**
   * What of a workload matters to others; its version and environment do not, but for a proxy whose
   * command line says what it serves.
   */
  private record Face(
      ResourceRef ref,
      Map<String, String> labels,
      List<String> containers,
      List<Reference> references,
      Map<String, String> annotations,
      Set<String> daprComponents,
      Optional<CompactManifest> settings) {
    static Face of(ClusterState state, Runner runner) {
      return new Face(
          runner.ref(),
          runner.labels(),
          runner.images().stream().map(World::container).toList(),
          runner.references(),
          DaprApps.annotations(runner),
          DaprApps.named(runner),
          Traefiks.settings(state, runner));
    }
  }

  private final List<Face> faces;
  private final List<ClusterObject> objects;
  private final Set<String> namespaces;
  private final Map<ResourceRef, Optional<EdgeClass>> runs = new ConcurrentHashMap<>();
  private final HostResolver resolver;
  private final AllowedEdges allowed = new AllowedEdges();
  private final Routes routes;
  private final Map<Part, List<Runner>> readers;
  private final Set<ResourceRef> referredTo;

  private World(
      ClusterState state, List<Runner> runners, List<Face> faces, List<ClusterObject> objects) {
    this.faces = faces;
    this.objects = objects;
    this.namespaces = state.namespaces();
    var services = new ServiceIndex(state, runners);
    var index = new RunnerIndex(runners);
    this.resolver = new HostResolver(state, services);
    this.readers = SaidBy.readers(runners);
    this.referredTo = SaidBy.referredTo(runners);
    this.routes = Routes.of(state, index, resolver, allowed);
    new ExposedServices(state, services).addTo(routes);
    new PolicyEdges(state, index).addTo(allowed);
    new IstioPolicyEdges(state, index, services).addTo(allowed);
    new LinkerdPolicyEdges(state, index).addTo(allowed);
    new CiliumPolicyEdges(state, index).addTo(allowed);
  }

  static World of(ClusterState state, List<Runner> runners) {
    return new World(state, runners, faces(state, runners), objects(state));
  }

  /** This one, if the state looks the same to everybody in it; else a new one. */
  World next(ClusterState state, List<Runner> runners) {
    var newFaces = faces(state, runners);
    var newObjects = objects(state);
    boolean same =
        areTheSame(objects, newObjects)
            && faces.equals(newFaces)
            && namespaces.equals(state.namespaces());
    return same ? this : new World(state, runners, newFaces, newObjects);
  }

  /** The class of the known software that a workload runs. */
  Optional<EdgeClass> runs(Runner runner) {
    return runs.computeIfAbsent(runner.ref(), ref -> EdgeClassifier.runs(runner));
  }

  HostResolver resolver() {
    return resolver;
  }

  AllowedEdges allowed() {
    return allowed;
  }

  Routes routes() {
    return routes;
  }

  /** Who reads a configuration whole, or a file of it. */
  Map<Part, List<Runner>> readers() {
    return readers;
  }

  /** All configuration that any workload's template refers to. */
  Set<ResourceRef> referredTo() {
    return referredTo;
  }

  private static List<Face> faces(ClusterState state, List<Runner> runners) {
    return runners.stream().map(runner -> Face.of(state, runner)).toList();
  }

  private static List<ClusterObject> objects(ClusterState state) {
    var kinds =
        Stream.of(
                Stream.of(Kind.SERVICE, Kind.NETWORK_POLICY, Kind.NAMESPACE),
                OperatedServices.kinds(),
                RoutingKinds.ALL.stream().sorted())
            .flatMap(some -> some)
            .flatMap(kind -> state.all(kind, ClusterObject.class));
    return Stream.concat(kinds, FixedEndpoints.objects(state)).toList();
  }

  /** The very same ones; states share what did not change. */
  private static boolean areTheSame(List<ClusterObject> some, List<ClusterObject> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i) && !saysTheSame(some.get(i), others.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Routes are written to again and again, by controllers that report on them. */
  private static boolean saysTheSame(ClusterObject one, ClusterObject other) {
    if (!one.ref().equals(other.ref())) {
      return false;
    }
    if (one instanceof OtherObject before && other instanceof OtherObject now) {
      return before.manifest().equals(now.manifest()) && before.evidence().equals(now.evidence());
    }
    return one instanceof Workload before
        && other instanceof Workload now
        && Runner.beside(before).equals(Runner.beside(now));
  }

  private static String container(ContainerImage image) {
    return image.container() + " " + Runner.withoutTag(image.image());
  }
}
